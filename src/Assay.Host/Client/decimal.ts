/** Exact decimals, as the server counts money: no price is 0.30000000000000004. */
export class Decimal {
  static readonly zero = new Decimal(0n, 0);
  static readonly one = new Decimal(1n, 0);

  /** The value is digits ÷ 10^scale. */
  private constructor(
    private readonly digits: bigint,
    private readonly scale: number,
  ) {}

  /** Reads "800000000", "0.05"; undefined for anything else. */
  static read(text: string): Decimal | undefined {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
    const [whole, part] = [match?.[2] ?? "", match?.[3] ?? ""];
    if (!match || whole + part === "") return undefined;
    const digits = BigInt(whole + part);
    return new Decimal(match[1] === "-" ? -digits : digits, part.length);
  }

  static of(whole: number): Decimal {
    return new Decimal(BigInt(whole), 0);
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) + other.at(scale), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.digits, other.scale));
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.digits * other.digits, this.scale + other.scale);
  }

  /** Divided by 10^places: a price for a million tokens is six places from a price for one. */
  shifted(places: number): Decimal {
    return new Decimal(this.digits, this.scale + places);
  }

  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const [a, b] = [this.at(scale), other.at(scale)];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  get isZero(): boolean {
    return this.digits === 0n;
  }

  get isNegative(): boolean {
    return this.digits < 0n;
  }

  get isWhole(): boolean {
    return this.digits % 10n ** BigInt(this.scale) === 0n;
  }

  negated(): Decimal {
    return new Decimal(-this.digits, this.scale);
  }

  /** To so many decimals, halves away from zero. */
  rounded(decimals: number): Decimal {
    if (this.scale <= decimals) return this;
    const unit = 10n ** BigInt(this.scale - decimals);
    const size = this.digits < 0n ? -this.digits : this.digits;
    const rounded = (size + unit / 2n) / unit;
    return new Decimal(this.digits < 0n ? -rounded : rounded, decimals);
  }

  /** With at least and at most so many decimals, and commas between thousands where asked for. */
  text(least: number, most: number, commas = false): string {
    const value = this.rounded(most);
    const size = (value.digits < 0n ? -value.digits : value.digits).toString().padStart(value.scale + 1, "0");
    let [whole, part] = [size.slice(0, size.length - value.scale), size.slice(size.length - value.scale)];
    part = part.replace(/0+$/, "").padEnd(least, "0");
    if (commas) whole = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return (value.digits < 0n ? "-" : "") + whole + (part === "" ? "" : "." + part);
  }

  /** For what needs no exactness, such as the width of a bar. */
  get number(): number {
    return Number(this.text(0, 12));
  }

  private at(scale: number): bigint {
    return this.digits * 10n ** BigInt(scale - this.scale);
  }
}

/** What must be a number: a constant of these scripts, or a price that the server wrote. */
export function decimal(text: string): Decimal {
  const value = Decimal.read(text);
  if (!value) throw new Error(`'${text}' is not a number.`);
  return value;
}
