/**
 * Refuses what is dropped beside the places that take it: the browser would open it, and leave what one is writing.
 * Returns how to stop.
 */
export function refuseStrayDrops(): () => void {
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
  return () => {
    window.removeEventListener('dragover', refuse);
    window.removeEventListener('drop', refuse);
  };
}

function refuse(event: DragEvent): void {
  const { dataTransfer, target, defaultPrevented } = event;
  if (defaultPrevented || !dataTransfer) return;
  const files = dataTransfer.types.includes('Files');
  if (!files && !dataTransfer.types.includes('text/uri-list')) return;
  // Fields take text of themselves, and a field for files takes files.
  const taker = files ? 'input[type=file]' : 'input, textarea, [contenteditable=true]';
  if (target instanceof Element && target.closest(taker)) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'none';
}
