import { Decimal, decimal } from "./decimal.js";

/** What is sent in a month, as the server knows it. */
export interface Traffic {
  input: Decimal;
  output: Decimal;
  requests: Decimal;
  /** Of 0 to 1. */
  cached: Decimal;
  batch: Decimal;
  images: Decimal;
}

export const usual: Traffic = { input: decimal("800000000"), output: decimal("250000000"), requests: decimal("1000000"), cached: Decimal.zero, batch: Decimal.zero, images: Decimal.zero };

const scales: Record<string, string> = { "": "1", k: "1000", m: "1000000", b: "1000000000", g: "1000000000", t: "1000000000000" };
const most = decimal("1000000000000000");

function parts(text: string): { value: Decimal; suffix: string } | undefined {
  if (text.length > 40) return undefined;
  let plain = text.replace(/[\s,_]/g, "").toLowerCase();
  let suffix = "";
  if (plain !== "" && !/[\d.]/.test(plain.slice(-1))) [suffix, plain] = [plain.slice(-1), plain.slice(0, -1)];
  const value = Decimal.read(plain);
  return value && { value, suffix };
}

function counted(text: string): Decimal | undefined {
  const read = parts(text);
  const scale = read && scales[read.suffix];
  if (!read || scale === undefined || read.value.isNegative) return undefined;
  const whole = read.value.times(decimal(scale));
  return whole.isWhole && whole.compare(most) <= 0 ? whole : undefined;
}

function share(text: string): Decimal | undefined {
  const read = parts(text);
  if (!read || (read.suffix !== "" && read.suffix !== "%")) return undefined;
  const value = read.suffix === "%" ? read.value.shifted(2) : read.value;
  return value.isNegative || value.compare(Decimal.one) > 0 ? undefined : value;
}

function plain(text: string): Decimal | undefined {
  const read = parts(text);
  return !read || read.suffix !== "" || read.value.isNegative || read.value.compare(decimal("1000")) > 0 ? undefined : read.value;
}

/** Reads what was typed; a field that cannot be read is named with what is allowed. */
export function readTraffic(typed: Record<string, string>): { traffic: Traffic; problems: { field: string; text: string }[] } {
  const problems: { field: string; text: string }[] = [];
  const read = (field: string, label: string, otherwise: Decimal, as: (text: string) => Decimal | undefined, allowed: string): Decimal => {
    const text = (typed[field] ?? "").trim();
    if (text === "") return otherwise;
    const value = as(text);
    if (!value) problems.push({ field, text: `${label} '${text}' is not ${allowed}` });
    return value ?? otherwise;
  };
  const whole = "a whole number from 0 to 1,000,000,000,000,000: write 800M, 1.5B or 800000000.";
  const part = "a share from 0 to 1: write 0.3 or 30%.";
  const traffic = {
    input: read("in", "Input tokens", usual.input, counted, whole),
    output: read("out", "Output tokens", usual.output, counted, whole),
    requests: read("requests", "Requests", usual.requests, counted, whole),
    cached: read("cached", "Cached share", usual.cached, share, part),
    batch: read("batch", "Batch share", usual.batch, share, part),
    images: read("images", "Images a request", usual.images, plain, "a number from 0 to 1000: write 1 or 0.5."),
  };
  if (problems.length === 0 && traffic.input.isZero && traffic.output.isZero) problems.push({ field: "in", text: "Input and output tokens are both 0: give at least one, for example 800M in." });
  return { traffic, problems };
}
