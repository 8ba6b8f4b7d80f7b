/** Moves the threshold over the boxes, without asking the server. */
document.addEventListener("input", (event) => {
  const slider = event.target;
  if (!(slider instanceof HTMLInputElement) || !slider.matches("[data-threshold]")) return;
  const least = Number(slider.value);
  const said = slider.parentElement?.querySelector("output");
  if (said) said.textContent = slider.value;
  const view = slider.closest(".boxes-view");
  view?.querySelectorAll<SVGAElement>(".box[data-score]").forEach((box) => {
    const low = Number(box.dataset["score"]) < least;
    box.classList.toggle("low", low);
    document.getElementById(box.getAttribute("href")?.slice(1) ?? "")?.classList.toggle("low", low);
  });
});

/** The counts and tables that depend on the threshold come from the server once it is let go. */
document.addEventListener("change", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLElement) || !field.closest("assay-turn")) return;
  if (field.matches("[data-threshold], [data-pair] select, [data-pair] input")) {
    const form = field.closest("form");
    if (!form) return;
    const address = new URL(location.href);
    for (const [name, value] of new FormData(form)) if (typeof value === "string") address.searchParams.set(name, value);
    history.replaceState(null, "", address);
    void swap(field, address);
  }
});

/** Opens the table when a box in the picture is chosen, so that its row can be seen. */
document.addEventListener("click", (event) => {
  const box = event.target instanceof Element ? event.target.closest(".box") : null;
  if (box && !event.defaultPrevented) document.querySelector<HTMLDetailsElement>(".table-of-boxes")?.setAttribute("open", "");
});

async function swap(field: HTMLElement, address: URL): Promise<void> {
  const reply = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const [old, fresh] = [document.querySelector("[data-live=reading]"), page.querySelector<HTMLElement>("[data-live=reading]")];
  if (!old || !fresh) return;
  const name = field.getAttribute("name");
  replaceReading(old, fresh).querySelector<HTMLElement>(`[name="${name}"]`)?.focus({ preventScroll: true });
}

/** Puts the server's fresh reading in the place of the old one, with what is switched on and opened left as it is. */
export function replaceReading(old: Element, fresh: HTMLElement): HTMLElement {
  const boxes = [...old.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].map((b) => [b.id, b.checked] as const);
  const open = [...old.querySelectorAll("details")].map((d) => d.open);
  const taken = document.importNode(fresh, true);
  old.replaceWith(taken);
  for (const [id, checked] of boxes) {
    const box = taken.querySelector<HTMLInputElement>(`#${id}`);
    if (box) box.checked = checked;
  }
  taken.querySelectorAll("details").forEach((d, i) => (d.open = open[i] ?? d.open));
  return taken;
}
