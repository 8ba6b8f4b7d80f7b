/**
 * Opens a small card with the evidence of a figure on hover, focus or tap. The content is the page's own entry of the evidence list,
 * to which the figure is a plain link without scripts.
 */
let card: HTMLElement | undefined;
let owner: HTMLElement | undefined;
let pinned = false;
let timer = 0;

function close(): void {
  window.clearTimeout(timer);
  card?.remove();
  owner?.removeAttribute("aria-expanded");
  card = owner = undefined;
  pinned = false;
}

/** Puts the whole of a claim in place of a line that only names it and leads to it. */
function writeOut(mention: HTMLAnchorElement): void {
  const claim = document.getElementById(mention.hash.slice(1));
  if (!claim) return;
  const of = document.createElement("span");
  of.className = "quiet";
  of.textContent = `${mention.textContent}: `;
  mention.parentElement?.replaceChildren(of, ...[...claim.childNodes].map((node) => node.cloneNode(true)));
}

/** A copy of the entry; a row of a table becomes its name and a line for each column. */
function fill(into: HTMLElement, entry: HTMLElement): void {
  if (!(entry instanceof HTMLTableRowElement)) {
    for (const node of entry.childNodes) into.append(node.cloneNode(true));
    for (const mention of into.querySelectorAll<HTMLAnchorElement>('li > a[href^="#c"]')) writeOut(mention);
    return;
  }
  const heads = entry.closest("table")?.tHead?.rows[0]?.cells;
  [...entry.cells].forEach((cell, i) => {
    const line = document.createElement(i === 0 ? "h3" : "p");
    if (i > 0) line.append(`${heads?.[i]?.textContent ?? ""}: `);
    for (const node of cell.childNodes) line.append(node.cloneNode(true));
    into.append(line);
  });
}

function open(figure: HTMLElement, pin: boolean): void {
  if (owner === figure && card) {
    pinned ||= pin;
    return;
  }
  close();
  const entry = document.getElementById(`e${figure.dataset["e"] ?? ""}`);
  if (!entry) return;
  owner = figure;
  pinned = pin;
  card = document.createElement("div");
  card.className = "card";
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", entry.querySelector("h3, th")?.textContent ?? "Evidence");
  fill(card, entry);
  const button = document.createElement("button");
  button.className = "close";
  button.type = "button";
  button.textContent = "×";
  button.setAttribute("aria-label", "Close");
  button.addEventListener("click", () => {
    const back = owner;
    close();
    back?.focus();
  });
  card.append(button);
  card.addEventListener("mouseenter", () => window.clearTimeout(timer));
  card.addEventListener("mouseleave", () => leaveSoon());
  document.body.append(card);
  figure.setAttribute("aria-expanded", "true");
  const at = figure.getBoundingClientRect();
  const width = card.offsetWidth;
  const left = Math.max(16, Math.min(at.left + scrollX, scrollX + document.documentElement.clientWidth - width - 16));
  const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 8;
  card.style.left = `${left}px`;
  card.style.top = `${below ? at.bottom + scrollY + 6 : at.top + scrollY - card.offsetHeight - 6}px`;
}

function leaveSoon(): void {
  window.clearTimeout(timer);
  if (!pinned) timer = window.setTimeout(close, 250);
}

/** The card stands at the end of the page. Who goes out of it by Tab goes on beside the figure. */
function leave(event: KeyboardEvent): void {
  const stops = card?.querySelectorAll<HTMLElement>("a[href], button");
  if (!stops || document.activeElement !== stops[event.shiftKey ? 0 : stops.length - 1]) return;
  const back = owner;
  close();
  back?.focus();
  if (event.shiftKey) event.preventDefault();
}

function figureOf(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-e]") : null;
}

document.addEventListener("click", (event) => {
  const figure = figureOf(event);
  if (figure) {
    event.preventDefault();
    open(figure, true);
    card?.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
  } else if (card && !(event.target instanceof Node && card.contains(event.target))) close();
});
document.addEventListener("mouseover", (event) => {
  const figure = figureOf(event);
  window.clearTimeout(timer);
  if (figure && !pinned) timer = window.setTimeout(() => open(figure, false), 180);
});
document.addEventListener("mouseout", (event) => {
  if (figureOf(event)) leaveSoon();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && card?.contains(document.activeElement)) leave(event);
  if (event.key !== "Escape" || !card) return;
  const back = owner;
  close();
  back?.focus();
});
document.addEventListener("assay:swapped", close);
