import { costOf, type Bill, type Cost, type Sheet } from "./bill.js";
import { count, percent, usd } from "./format.js";
import { root } from "./static-search.js";
import { readTraffic, usual, type Traffic } from "./traffic-profile.js";

const fields: [name: string, label: string, value: string][] = [
  ["in", "Input tokens a month", count(usual.input)],
  ["out", "Output tokens a month", count(usual.output)],
  ["requests", "Requests a month", count(usual.requests)],
  ["cached", "Cached share", "0"],
  ["batch", "Batch share", "0"],
  ["images", "Images a request", "0"],
];

/** Works out the bills of a comparison in a copy of the site, where no server can be asked. What rules say of the traffic stays as it was written, and says so. */
class AssayStaticTraffic extends HTMLElement {
  private sheets: Promise<Sheet[]> | undefined;
  private readonly status = document.createElement("output");
  private turn = 0;

  connectedCallback(): void {
    const form = document.createElement("form");
    form.className = "traffic";
    form.id = "traffic";
    form.setAttribute("aria-label", "Traffic profile");
    const kept = new URLSearchParams(location.hash.startsWith("#t:") ? location.hash.slice(3) : "");
    for (const [name, text, value] of fields) {
      const label = document.createElement("label");
      label.className = "field";
      const input = document.createElement("input");
      Object.assign(input, { type: "text", name, defaultValue: value, value: kept.get(name) ?? value, autocomplete: "off" });
      label.append(`${text} `, input);
      form.append(label);
    }
    this.status.className = "small quiet";
    this.status.id = "traffic-status";
    this.status.setAttribute("role", "status");
    form.append(this.status);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => void this.recalculate(form));
    this.prepend(form);
    if (kept.size > 0) void this.recalculate(form);
  }

  private load(): Promise<Sheet[]> {
    this.sheets ??= Promise.all(
      (this.dataset["models"] ?? "").split(" ").map(async (id) => {
        const reply = await fetch(new URL(`models/${id.split("/").map(encodeURIComponent).join("/")}/prices.json`, root));
        if (!reply.ok) throw new Error(`the prices of ${id} answered ${reply.status}`);
        return (await reply.json()) as Sheet;
      }),
    );
    this.sheets.catch(() => (this.sheets = undefined));
    return this.sheets;
  }

  private async recalculate(form: HTMLFormElement): Promise<void> {
    const turn = ++this.turn;
    const typed = Object.fromEntries([...form.querySelectorAll("input")].map((i) => [i.name, i.value]));
    const { traffic, problems } = readTraffic(typed);
    for (const input of form.querySelectorAll("input")) {
      const bad = problems.some((p) => p.field === input.name);
      for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", this.status.id]] as const) {
        if (bad) input.setAttribute(name, value);
        else input.removeAttribute(name);
      }
    }
    if (problems.length > 0) {
      this.status.textContent = problems.map((p) => p.text).join(" ");
      return;
    }
    try {
      const sheets = await this.load();
      if (turn !== this.turn) return;
      const costs = sheets.map((s) => costOf(s, traffic));
      bars(costs);
      costs.forEach((cost, i) => bill(i, sheets[i]!.name, cost));
      printed(traffic);
      this.status.textContent = "Bars and bills are at this traffic. What is marked with a traffic stays at that one.";
      // It told of the traffic that the page was written at.
      for (const told of this.querySelectorAll<HTMLElement>(":scope > p")) told.hidden = true;
      const changed = [...form.querySelectorAll("input")].filter((i) => i.value !== i.defaultValue).map((i) => [i.name, i.value]);
      history.replaceState(null, "", changed.length === 0 ? location.pathname : "#t:" + new URLSearchParams(changed).toString());
    } catch (error) {
      this.status.textContent = `The prices could not be read (${String(error)}). The figures are those of the page as it was written.`;
    }
  }
}

function element(name: string, className: string, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** The bars beside the verdict: the names stay, amounts and widths are new. */
function bars(costs: Cost[]): void {
  const most = Math.max(0, ...costs.map((c) => c.best?.usd?.number ?? 0));
  document.querySelectorAll<HTMLElement>("ul.bars > li").forEach((item, i) => {
    const cost = costs[i];
    const row = item.querySelector(".row");
    if (!cost || !row) return;
    const amount = row.querySelector(".amount");
    if (cost.best?.usd) {
      amount?.replaceChildren(usd(cost.best.usd));
      const bar = element("div", "bar", element("i", `b${i}`));
      bar.setAttribute("aria-hidden", "true");
      (bar.firstElementChild as HTMLElement).style.width = `${most === 0 ? 0 : Math.max(0.5, Math.round((cost.best.usd.number / most) * 1000) / 10)}%`;
      item.replaceChildren(row, bar, element("span", "small quiet", `through ${cost.best.offer.provider_name}`));
    } else {
      amount?.replaceChildren(element("span", `f ${cost.lastKnown ? "not_applicable" : "unknown"}`, cost.lastKnown ? "no current cost" : "unknown"));
      item.replaceChildren(row, element("span", "small quiet", `${cost.why ?? ""}${cost.lastKnown?.usd ? `. At its last known prices: ${usd(cost.lastKnown.usd)}` : ""}.`));
    }
  });
}

/** The bill, line by line. */
function bill(place: number, name: string, cost: Cost): void {
  const column = document.querySelectorAll<HTMLElement>(".bills > div")[place];
  const heading = column?.querySelector("h3");
  if (!column || !heading) return;
  const shown = cost.best ?? cost.lastKnown;
  const parts: Node[] = [heading];
  if (!cost.best) parts.push(element("p", "quiet", shown ? "At its last known prices:" : "No bill can be made."));
  if (shown) parts.push(table(name, shown, cost.best ? "A month" : "Last known"), element("p", "small quiet", [`Offer ${shown.offer.id}. Token prices are per million.`, ...shown.notes].join(" ")));
  column.replaceChildren(...parts);
}

function table(name: string, of: Bill, total: string): HTMLTableElement {
  const made = document.createElement("table");
  made.className = "bill";
  made.append(element("caption", "vh", `Bill of ${name} through ${of.offer.provider_name}`));
  const head = made.createTHead().insertRow();
  [of.offer.provider_name, "Quantity", "Price", "Amount"].forEach((text, i) => {
    const cell = element("th", i === 0 ? "" : "num", text);
    cell.setAttribute("scope", "col");
    head.append(cell);
  });
  const body = made.createTBody();
  const row = (label: string | Node, ...cells: (string | Node)[]): void => {
    const heading = element("th", "", label);
    heading.setAttribute("scope", "row");
    body.append(element("tr", "", heading, ...cells.map((c) => element("td", "num", c))));
  };
  for (const line of of.lines) row(line.label, count(line.quantity), line.unit ? usd(line.unit) : "unknown", line.usd ? usd(line.usd) : "unknown");
  row(element("strong", "", total), "", "", element("strong", "", of.usd ? usd(of.usd) : "unknown"));
  return made;
}

/** What a printed page says of its traffic. */
function printed(t: Traffic): void {
  const line = document.querySelector("p.printed");
  if (line) line.textContent = `Traffic a month of bars and bills: ${count(t.input)} input and ${count(t.output)} output tokens in ${t.requests.text(0, 0, true)} requests, ${percent(t.cached)} cached, ${percent(t.batch)} in batches, ${count(t.images)} images a request.`;
}

customElements.define("assay-static-traffic", AssayStaticTraffic);
