import { Decimal, decimal } from "./decimal.js";

// The formats of the server, docs/http.md: the same amount must not be written in two ways on one page.
const [hundred, thousand, ten, one] = [decimal("100"), decimal("1000"), decimal("10"), Decimal.one];

/** US dollars: whole above $1,000, at most two decimals above $100, at least two and up to four significant digits below. */
export function usd(amount: Decimal): string {
  if (amount.isNegative) return "−" + usd(amount.negated());
  if (amount.isZero) return "$0";
  if (amount.compare(thousand) >= 0) return "$" + amount.text(0, 0, true);
  if (amount.compare(hundred) >= 0) {
    const cents = amount.rounded(2);
    return "$" + (cents.compare(thousand) >= 0 ? "1,000" : cents.isWhole ? cents.text(0, 0) : cents.text(2, 2));
  }
  let decimals = 3;
  for (let scaled = amount; scaled.compare(one) < 0 && decimals < 28; scaled = scaled.times(ten)) decimals++;
  if (amount.compare(ten) >= 0) decimals = 2;
  const rounded = amount.rounded(decimals);
  return "$" + (rounded.compare(hundred) >= 0 ? "100" : rounded.text(2, decimals));
}

/** A count, short: 950 · 1.5K · 131K · 1.05M · 25.2B. */
export function count(value: Decimal): string {
  const below = (limit: string): boolean => value.compare(decimal(limit)) < 0;
  if (below("1000")) return value.text(0, 2);
  if (below("4000")) return value.shifted(3).text(0, 1, true) + "K";
  if (below("999500")) return value.shifted(3).text(0, 0, true) + "K";
  if (below("999995000")) return value.shifted(6).text(0, 2, true) + "M";
  if (below("999995000000")) return value.shifted(9).text(0, 2, true) + "B";
  return value.shifted(12).text(0, 2, true) + "T";
}

/** A share of 0 to 1: 76.2 %. */
export function percent(share: Decimal): string {
  return share.times(hundred).text(0, 1) + " %";
}

/** "A, B and C". */
export function list(items: string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
