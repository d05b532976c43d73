/**
 * A menu gives the focus back late, when it has closed: to its trigger, or to the place that was chosen here
 * meanwhile. Without it the first letter typed after a choice would be lost to the button.
 */
export class FocusAfterMenu {
  private target: HTMLElement | boolean = true;
  private then: (() => void) | undefined;

  /** An element; false leaves the focus to whoever takes it. */
  goesTo(target: HTMLElement | false): void {
    this.target = target;
  }

  /** An element, and what happens once it has the focus: a dialog that opens then gives it back there. */
  goesFirstTo(target: HTMLElement, then: () => void): void {
    this.target = target;
    this.then = then;
  }

  /** What the menu asks for, once for each time it closes. */
  readonly take = (): HTMLElement | boolean => {
    const { target, then } = this;
    this.target = true;
    this.then = undefined;
    if (then && target === document.activeElement) setTimeout(then);
    else if (then && target instanceof HTMLElement) target.addEventListener('focus', then, { once: true });
    return target;
  };
}
