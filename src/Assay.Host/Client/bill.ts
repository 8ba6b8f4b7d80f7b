/**
 * The bill of a model at a traffic profile, from its sheet of prices. The second writing of a formula that the server has (BillCalculator, CostOfModel), for copies
 * of the site that no server stands behind; a test puts the same offers and traffic through both.
 */
import { Decimal, decimal } from "./decimal.js";
import { count, list } from "./format.js";
import type { Traffic } from "./traffic-profile.js";

export interface Price {
  kind: string;
  above?: number;
  /** Null where no source confirms one: a bill with it is unknown, never less. */
  usd: string | null;
  lone?: string;
  low?: string;
  backed?: boolean;
}

export interface Offer {
  id: string;
  provider: string;
  provider_name: string;
  of_maker?: boolean;
  ended?: boolean;
  on_own_machine?: boolean;
  by_hour?: boolean;
  prices: Price[];
}

export interface Sheet {
  model: string;
  name: string;
  gone?: string;
  offers: Offer[];
}

export interface Line {
  label: string;
  quantity: Decimal;
  price: Price | undefined;
  unit: Decimal | undefined;
  usd: Decimal | undefined;
}

export interface Bill {
  offer: Offer;
  lines: Line[];
  /** Undefined where a line has usage and no price. */
  usd: Decimal | undefined;
  why: string | undefined;
  notes: string[];
}

export interface Cost {
  best: Bill | undefined;
  lastKnown: Bill | undefined;
  why: string | undefined;
}

const labels: Record<string, string> = {
  input: "Input", cache_read: "Cache read", output: "Output", batch_input: "Batch input", batch_output: "Batch output", per_image: "Per image", per_request: "Per request",
};

/** How many times below the cheapest confirmed bill one on a single list's word is set aside. */
const lonely = decimal("1.5");

function priceOf(offer: Offer, kind: string, traffic: Traffic): Price | undefined {
  let best: Price | undefined;
  for (const price of offer.prices) {
    if (price.kind !== kind) continue;
    // Input tokens of one request are more than the threshold where all of them are more than that many times the requests.
    const applies = price.above === undefined ? best === undefined : !traffic.requests.isZero && traffic.input.compare(Decimal.of(price.above).times(traffic.requests)) > 0;
    if (applies && (best?.above === undefined || (price.above ?? -1) > best.above)) best = price;
  }
  return best;
}

export function billOf(offer: Offer, traffic: Traffic): Bill {
  const lines: Line[] = [];
  const add = (kind: string, quantity: Decimal): void => {
    if (quantity.isZero) return;
    const price = priceOf(offer, kind, traffic);
    const unit = price?.usd == null ? undefined : decimal(price.usd);
    const above = price?.above === undefined ? "" : ` (requests above ${count(Decimal.of(price.above))} input tokens)`;
    const usd = unit && (kind.startsWith("per_") ? quantity.times(unit) : quantity.times(unit).shifted(6));
    lines.push({ label: (labels[kind] ?? kind) + above, quantity, price, unit, usd });
  };
  const live = Decimal.one.minus(traffic.batch);
  // Cached tokens are taken from live traffic first: providers do not document cache prices inside batches.
  const cached = traffic.input.times(traffic.cached).times(live);
  add("input", traffic.input.times(live).minus(cached));
  add("cache_read", cached);
  add("output", traffic.output.times(live));
  add("batch_input", traffic.input.times(traffic.batch));
  add("batch_output", traffic.output.times(traffic.batch));
  add("per_image", traffic.requests.times(traffic.images));
  if (offer.prices.some((p) => p.kind === "per_request" && p.above === undefined)) add("per_request", traffic.requests);

  const notes: string[] = [];
  if (offer.by_hour) notes.push("The offer has other prices at some hours of the day; the bill uses the standard ones.");
  if (!cached.isZero) notes.push("Writing to the cache is not in this bill: the profile does not say how often prompts change.");
  if (!cached.isZero && !traffic.batch.isZero) notes.push("The cached share applies to live traffic, not to batches.");
  const missing = [...new Set(lines.filter((l) => !l.usd).map((l) => l.label.toLowerCase()))];
  if (missing.length > 0) return { offer, lines, usd: undefined, why: `no confirmed price for ${list(missing)}`, notes };
  return { offer, lines, usd: lines.reduce((sum, l) => sum.plus(l.usd ?? Decimal.zero), Decimal.zero), why: undefined, notes };
}

interface Judged {
  bill: Bill;
  lone: boolean;
  /** Why one of its prices is not believed. */
  low: Price | undefined;
  barred: boolean;
}

function judge(bill: Bill): Judged {
  // The worst of its suspiciously low prices, in the order of the offer: nothing that backs it goes before something that does.
  const low = bill.offer.prices.filter((p) => p.low !== undefined && bill.lines.some((l) => l.price === p)).sort((a, b) => Number(a.backed ?? false) - Number(b.backed ?? false))[0];
  return { bill, lone: bill.lines.some((l) => l.price?.lone !== undefined), low, barred: low !== undefined && !low.backed };
}

const positive = (bill: Bill): boolean => bill.usd !== undefined && !bill.usd.isZero;

/** What a model costs: its cheapest whole bill that can be believed, or why there is none. */
export function costOf(sheet: Sheet, traffic: Traffic): Cost {
  const gone = sheet.gone !== undefined;
  const counts = (j: Judged): boolean => gone || !j.bill.offer.ended;
  const judged = sheet.offers.map((o) => judge(billOf(o, traffic)));
  let confirmed: Decimal | undefined;
  for (const j of judged)
    if (positive(j.bill) && !j.barred && counts(j) && !j.lone && (!confirmed || j.bill.usd!.compare(confirmed) < 0)) confirmed = j.bill.usd;
  for (const j of judged)
    if (confirmed && !j.low && j.lone && positive(j.bill) && j.bill.usd!.times(lonely).compare(confirmed) <= 0) j.barred = true;
  const group = (j: Judged): number => (!j.bill.usd ? 2 : j.barred ? 1 : 0);
  // Sorting is stable: among equals the order of offers, which is by id, stays.
  const sorted = [...judged].sort(
    (a, b) => group(a) - group(b) || (a.bill.usd && b.bill.usd ? a.bill.usd.compare(b.bill.usd) : 0) || Number(a.lone) - Number(b.lone) || Number(!a.bill.offer.of_maker) - Number(!b.bill.offer.of_maker),
  );
  const best = sorted.find((j) => positive(j.bill) && !j.barred && counts(j))?.bill;
  if (gone) return { best: undefined, lastKnown: best, why: sheet.gone };
  return { best, lastKnown: undefined, why: best ? undefined : missing(sheet, sorted) };
}

function missing(sheet: Sheet, bills: Judged[]): string {
  if (bills.length === 0) return `no offer of ${sheet.name} is known`;
  const callable = bills.filter((j) => !j.bill.offer.ended);
  if (callable.length === 0) return `every known offer of ${sheet.name} was shut down`;
  const doubted = callable.find((j) => j.barred);
  if (doubted?.low) return `the price of ${sheet.name} at ${doubted.bill.offer.provider_name} cannot be believed: ${doubted.low.low}`;
  if (callable.every((j) => j.bill.offer.on_own_machine)) return `no price applies to ${sheet.name}: it runs on your own machine`;
  if (callable.some((j) => j.bill.usd?.isZero)) return `only free tiers of ${sheet.name} are known, and not what they allow at this traffic`;
  const partly = callable.find((j) => j.bill.lines.some((l) => l.usd));
  return partly?.bill.why ? `the offers of ${sheet.name} have ${partly.bill.why}` : `no offer of ${sheet.name} has a confirmed price`;
}
