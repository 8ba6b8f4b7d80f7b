/**
 * Finds models by name in a copy of the site, from one list of all of them: what the server's list of models does for a word, in the same order. Also tells which
 * comparisons the copy has.
 */
export interface Searched {
  id: string;
  slug: string;
  name: string;
  maker: string;
  aliases?: string[];
  curated?: boolean;
}

interface SearchList {
  models: Searched[];
  /** For each model the places of those behind it that it is compared with; absent where every pair is. */
  pairs?: number[][];
  groups: string[];
}

/** The top of the copy, wherever it is served. */
export const root = new URL("../../", import.meta.url);

/** The page of an address of the site, in the copy. */
export const pageOf = (path: string): string => new URL(path.split("/").filter(Boolean).map(encodeURIComponent).join("/") + "/", root).href;

let loading: Promise<StaticSearch> | undefined;

/** The list, fetched when it is first asked for. */
export function search(): Promise<StaticSearch> {
  loading ??= fetch(new URL("names.json", root)).then(async (reply) => {
    if (!reply.ok) throw new Error(`names.json answered ${reply.status}`);
    return new StaticSearch((await reply.json()) as SearchList);
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

const ordinal = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export class StaticSearch {
  private readonly words: string[][];
  private readonly places: Map<string, number>;

  constructor(private readonly data: SearchList) {
    this.words = data.models.map((m) => [m.id, m.name, m.maker, ...(m.aliases ?? [])].map((w) => w.toLowerCase()));
    this.places = new Map(data.models.map((m, i) => [m.id, i]));
  }

  get models(): readonly Searched[] {
    return this.data.models;
  }

  /** Models with every word in id, name, maker or an alias; the best match first. */
  find(query: string, most: number): Searched[] {
    const asked = query.trim().toLowerCase();
    const words = asked.split(/\s+/).filter((w) => w !== "");
    const found = this.data.models.filter((_, i) => words.every((w) => this.words[i]!.some((name) => name.includes(w))));
    const exact = (m: Searched): boolean => asked !== "" && (m.id.toLowerCase().endsWith("/" + asked) || m.name.toLowerCase().startsWith(asked));
    return found
      .sort((a, b) => Number(exact(b)) - Number(exact(a)) || Number(b.curated ?? false) - Number(a.curated ?? false) || (asked === "" ? 0 : a.id.length - b.id.length) || ordinal(a.id, b.id))
      .slice(0, most);
  }

  /** The one model that a name means: its slug, id, name or an alias, written whole; else undefined. */
  named(name: string): Searched | undefined {
    const asked = name.trim().toLowerCase();
    const by = (of: (m: Searched) => (string | undefined)[]): Searched[] => this.data.models.filter((m) => of(m).some((n) => n?.toLowerCase() === asked));
    const exact = by((m) => [m.id, m.slug]);
    const found = exact.length > 0 ? exact : by((m) => [m.name, ...(m.aliases ?? []), m.id.slice(m.id.indexOf("/") + 1)]);
    if (found.length === 1) return found[0];
    const curated = found.filter((m) => m.curated);
    return curated.length === 1 ? curated[0] : undefined;
  }

  private isPair(a: number, b: number): boolean {
    return a !== b && (!this.data.pairs || (this.data.pairs[Math.min(a, b)]?.includes(Math.max(a, b)) ?? false));
  }

  /** What a model is compared with in this copy. */
  comparedWith(model: Searched): Searched[] {
    const place = this.places.get(model.id) ?? -1;
    return this.data.models.filter((_, i) => this.isPair(place, i));
  }

  /** The path of the comparison of some models; undefined where this copy has none. */
  comparison(models: Searched[]): string | undefined {
    const [a, b] = models;
    if (models.length === 2 && a && b) {
      const path = "/compare/" + [a, b].sort((x, y) => ordinal(x.id, y.id)).map((m) => m.slug).join("-vs-");
      if (this.isPair(this.places.get(a.id) ?? -1, this.places.get(b.id) ?? -1)) return path;
    }
    const slugs = models.map((m) => m.slug).sort().join(" ");
    return this.data.groups.find((g) => models.length > 2 && this.partsOf(g).sort().join(" ") === slugs);
  }

  private partsOf(path: string): string[] {
    return path.slice("/compare/".length).split("-vs-");
  }
}
