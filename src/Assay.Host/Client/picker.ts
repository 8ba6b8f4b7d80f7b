import { Combobox, type Listed } from "./combobox.js";

/** Suggests models while a name is typed. The form works without it: names are looked up on the server. */
class AssayPicker extends HTMLElement {
  connectedCallback(): void {
    for (const input of this.querySelectorAll<HTMLInputElement>("input[name=m]")) new Combobox(input, suggest);
    this.querySelector("form")?.addEventListener("submit", () => {
      // Empty slots stay out of the address.
      for (const input of this.querySelectorAll<HTMLInputElement>("input[name=m]")) input.disabled = input.value.trim() === "";
      window.setTimeout(() => this.querySelectorAll<HTMLInputElement>("input[name=m]").forEach((input) => (input.disabled = false)));
    });
  }
}

async function suggest(query: string, signal: AbortSignal): Promise<Listed[] | undefined> {
  // On a page of a past day: the models known then.
  const day = new URLSearchParams(location.search).get("asof") ?? "";
  const reply = await fetch(`/api/v1/models?page_size=8&q=${encodeURIComponent(query)}${day === "" ? "" : `&asof=${encodeURIComponent(day)}`}`, { signal });
  return reply.ok ? ((await reply.json()) as { models: Listed[] }).models : undefined;
}

customElements.define("assay-picker", AssayPicker);
