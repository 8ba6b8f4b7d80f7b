import { Combobox, day, type Suggestion } from "./combobox.js";

/** The search box: suggestions of every kind while a line is typed. Without it the form goes to /search, which answers the same. */
interface Found extends Suggestion {
  path: string;
}

/** Where suggestions come from. A site without a server sets another source before anything is typed. */
export type SearchSource = (query: string, signal: AbortSignal) => Promise<Found[] | null>;

let source: SearchSource = async (query, signal) => {
  const reply = await fetch(`/api/v1/search?q=${encodeURIComponent(query)}${day()}`, { signal });
  return reply.ok ? ((await reply.json()) as { suggestions: Found[] }).suggestions : null;
};

export function searchFrom(other: SearchSource): void {
  source = other;
}

class AssaySearch extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>("input[name=q]");
    if (input) new Combobox<Found>(input, { label: "Suggestions", suggest: (query, signal) => source(query, signal), choose: (found) => location.assign(found.path) });
  }
}

customElements.define("assay-search", AssaySearch);

/** A slash goes to the first box on the page, unless something is being typed. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const at = event.target;
  if (at instanceof HTMLElement && (at.isContentEditable || at.closest("input, textarea, select, [role=textbox]"))) return;
  const box = document.querySelector<HTMLInputElement>("main assay-search input") ?? document.querySelector<HTMLInputElement>("assay-search input");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

/** Where the menu is one line that scrolls, the page that is shown stays in sight. */
const current = document.querySelector<HTMLElement>(".site nav a[aria-current]");
const menu = current?.parentElement;
if (current && menu && menu.scrollWidth > menu.clientWidth) menu.scrollLeft = current.offsetLeft - menu.offsetLeft - (menu.clientWidth - current.offsetWidth) / 2;
