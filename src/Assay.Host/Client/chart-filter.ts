/**
 * Filters the results of a benchmark by maker, weights and release: rows of its tables are hidden, marks of its charts go pale and keep their
 * places, so that the axes still mean the same. The page has all of it without scripts; the choice stays in the part of the address behind "#f:".
 */
interface Traits {
  key: string;
  maker: string;
  weights: string;
  released: string;
}

class AssayChartFilter extends HTMLElement {
  private rows: { row: HTMLElement; traits: Traits }[] = [];
  private status = document.createElement("output");

  connectedCallback(): void {
    this.rows = [...document.querySelectorAll<HTMLElement>("tr[data-row]")].map((row) => ({
      row,
      traits: { key: row.dataset["key"] ?? "", maker: row.dataset["maker"] ?? "", weights: row.dataset["weights"] ?? "", released: row.dataset["released"] ?? "" },
    }));
    const makers = [...new Set(this.rows.map((r) => r.traits.maker).filter((m) => m !== ""))].sort((a, b) => a.localeCompare(b, "en"));
    const years = [...new Set(this.rows.map((r) => r.traits.released.slice(0, 4)).filter((y) => y !== ""))].sort().reverse();
    if (makers.length < 2 && years.length < 2) return;
    const form = document.createElement("form");
    form.className = "filters";
    form.setAttribute("aria-label", "Filter charts and tables");
    form.append(
      this.choice("maker", "Maker", [["", "all makers"], ...makers.map((m): [string, string] => [m, m])]),
      this.choice("weights", "Weights", [["", "open and closed"], ["open", "open"], ["closed", "closed"]]),
      this.choice("since", "Released", [["", "at any time"], ...years.map((y): [string, string] => [y, `${y} or later`])]),
      this.status,
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => this.apply(form, true));
    const kept = new URLSearchParams(location.hash.startsWith("#f:") ? location.hash.slice(3) : "");
    for (const select of form.querySelectorAll("select")) {
      const value = kept.get(select.name);
      if (value !== null && [...select.options].some((o) => o.value === value)) select.value = value;
    }
    this.append(form);
    this.apply(form, false);
  }

  private choice(name: string, label: string, options: [string, string][]): HTMLLabelElement {
    const field = document.createElement("label");
    field.className = "field";
    const select = document.createElement("select");
    select.name = name;
    for (const [value, text] of options) select.add(new Option(text, value));
    field.append(`${label} `, select);
    return field;
  }

  private apply(form: HTMLFormElement, keep: boolean): void {
    const asked = new FormData(form);
    const value = (name: string): string => String(asked.get(name) ?? "");
    const [maker, weights, since] = [value("maker"), value("weights"), value("since")];
    const any = maker !== "" || weights !== "" || since !== "";
    // Who is not known to meet a condition is not shown under it.
    const meets = (t: Traits): boolean =>
      (maker === "" || t.maker === maker) && (weights === "" || t.weights === weights) && (since === "" || (t.released !== "" && t.released.slice(0, 4) >= since));
    const shown = new Set<string>();
    let count = 0;
    for (const { row, traits } of this.rows) {
      row.hidden = any && !meets(traits);
      if (row.hidden) continue;
      shown.add(traits.key);
      if (row.closest("#scores-section")) count++;
    }
    for (const mark of document.querySelectorAll<SVGElement>("svg.chart [data-key], svg.chart a[data-e]"))
      mark.classList.toggle("pale", any && !shown.has(mark.dataset["key"] ?? mark.dataset["e"] ?? ""));
    for (const row of document.querySelectorAll<SVGElement>("svg.chart.dots")) row.classList.toggle("filtered", any);
    const all = this.rows.filter((r) => r.row.closest("#scores-section")).length;
    this.status.textContent = any ? `${count} of ${all} results of this page of the table` : "";
    if (!keep) return;
    const kept = new URLSearchParams([["maker", maker], ["weights", weights], ["since", since]].filter(([, v]) => v !== "")).toString();
    history.replaceState(null, "", kept === "" ? location.pathname + location.search : `#f:${kept}`);
  }
}

customElements.define("assay-chart-filter", AssayChartFilter);
