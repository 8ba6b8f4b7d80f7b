/** An ARIA combobox on a text field: suggestions below it, chosen by mouse or keyboard. What is suggested and what choosing does is its owner's. */
export interface Suggestion {
  title: string;
  detail: string;
  /** The heading it stands under; none where all are of one kind. Those of one group follow each other. */
  group?: string;
}

export interface ComboboxOwner<T extends Suggestion> {
  /** Names the list for those who hear it. */
  label: string;
  /** Suggestions for what is typed; null where there can be none now. A static site may answer from a list of its own. */
  suggest(query: string, signal: AbortSignal): Promise<T[] | null>;
  choose(suggestion: T): void;
}

const WAIT_MS = 120;
let count = 0;

export class Combobox<T extends Suggestion> {
  private readonly list = document.createElement("ul");
  private options: T[] = [];
  private active = -1;
  private timer = 0;
  private pending: AbortController | undefined;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly owner: ComboboxOwner<T>,
  ) {
    this.list.className = "options";
    this.list.id = `options-${++count}`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", owner.label);
    this.list.hidden = true;
    input.after(this.list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.addEventListener("input", () => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.suggest(), WAIT_MS);
    });
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => window.setTimeout(() => this.hide(), 150));
  }

  private async suggest(): Promise<void> {
    const query = this.input.value.trim();
    this.pending?.abort();
    if (query === "") return this.hide();
    const pending = (this.pending = new AbortController());
    try {
      const found = await this.owner.suggest(query, pending.signal);
      if (pending.signal.aborted) return;
      if (found === null) return this.hide();
      this.options = found;
      this.show();
    } catch {
      // Without suggestions the text is looked up when the form is sent.
      if (!pending.signal.aborted) this.hide();
    }
  }

  private show(): void {
    // A reply that comes after the reader has moved on must not cover what they moved on to.
    if (document.activeElement !== this.input) return;
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    const items: HTMLElement[] = [];
    let holder: HTMLElement | undefined;
    this.options.forEach((option, i) => {
      if (option.group !== undefined && option.group !== this.options[i - 1]?.group) {
        const [group, heads] = this.group(option.group, i);
        items.push(group);
        holder = heads;
      }
      (holder ? (item: HTMLElement) => holder?.append(item) : (item: HTMLElement) => items.push(item))(this.option(option, i));
    });
    this.list.replaceChildren(...items);
    this.list.hidden = this.options.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  private group(title: string, place: number): [HTMLElement, HTMLElement] {
    const item = document.createElement("li");
    item.className = "group";
    item.setAttribute("role", "presentation");
    const heading = document.createElement("span");
    heading.id = `${this.list.id}-g${place}`;
    heading.textContent = title;
    heading.className = "heading";
    heading.setAttribute("role", "presentation");
    const list = document.createElement("ul");
    list.setAttribute("role", "group");
    list.setAttribute("aria-labelledby", heading.id);
    item.append(heading, list);
    return [item, list];
  }

  private option(option: T, place: number): HTMLElement {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = option.title;
    if (option.detail !== "") {
      const detail = document.createElement("span");
      detail.className = "id";
      detail.textContent = option.detail;
      item.append(detail);
    }
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.choose(place);
    });
    return item;
  }

  private hide(): void {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** What the reader has chosen, closed or walks through, no reply still under way may exchange. */
  private settle(): void {
    window.clearTimeout(this.timer);
    this.pending?.abort();
  }

  private choose(index: number): void {
    this.settle();
    const option = this.options[index];
    this.hide();
    if (option) this.owner.choose(option);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.settle();
      // The field itself would be emptied: first only the list goes.
      if (!this.list.hidden) event.preventDefault();
      this.hide();
    }
    if (this.list.hidden) return;
    if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.settle();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.active = this.active < 0 && step < 0 ? this.options.length - 1 : (this.active + step + this.options.length) % this.options.length;
      this.list.querySelectorAll("[role=option]").forEach((item, i) => {
        item.setAttribute("aria-selected", String(i === this.active));
        if (i === this.active) item.scrollIntoView({ block: "nearest" });
      });
      this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.active}`);
    }
  }
}

/** On a page of a past day: what was known then. */
export function day(): string {
  const asked = new URLSearchParams(location.search).get("asof") ?? "";
  return asked === "" ? "" : `&asof=${encodeURIComponent(asked)}`;
}
