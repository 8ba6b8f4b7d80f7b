/** Votes by the arrow keys, while the buttons are in sight and nobody types: whoever scrolls through long answers with them votes for nothing. */
import "./playground.js";

class AssayBallot extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener("keydown", this.key);
    this.addEventListener("submit", (event) => {
      // Once is enough; the next page says what became of it.
      const form = event.target;
      if (form instanceof HTMLFormElement && form.matches(".ballot, .after form")) window.setTimeout(() => form.querySelectorAll("button").forEach((b) => (b.disabled = true)));
    });
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.key);
  }

  private readonly key = (event: KeyboardEvent): void => {
    const votes: Record<string, string> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "tie", ArrowDown: "both_bad" };
    const vote = votes[event.key];
    if (!vote || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target;
    if (target instanceof HTMLElement && target.matches("input, textarea, select, pre, summary, [role=region]")) return;
    const button = this.querySelector<HTMLButtonElement>(`.ballot button[value=${vote}]:not(:disabled)`);
    if (!button || !this.inSight(button)) return;
    event.preventDefault();
    button.form?.requestSubmit(button);
  };

  private inSight(button: HTMLElement): boolean {
    const place = button.getBoundingClientRect();
    return place.top >= 0 && place.bottom <= window.innerHeight;
  }
}

customElements.define("assay-ballot", AssayBallot);
