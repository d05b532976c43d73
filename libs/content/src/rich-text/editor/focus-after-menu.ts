/**
 * A menu gives the focus back late, when it has closed: to its trigger, or to the place that was chosen here
 * meanwhile. Without it the first letter typed after a choice would be lost to the button.
 */
export class FocusAfterMenu {
  private target: HTMLElement | boolean = true;

  /** An element; false leaves the focus to whoever takes it. */
  goesTo(target: HTMLElement | false): void {
    this.target = target;
  }

  /** What the menu asks for, once for each time it closes. */
  readonly take = (): HTMLElement | boolean => {
    const { target } = this;
    this.target = true;
    return target;
  };
}
