import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

export type Article = components["schemas"]["Article"];
export type Card = components["schemas"]["Card"];
export type Problem = components["schemas"]["Problem"];

/** The parameters whose repetition means something of its own: all of these terms. */
const repeated = new Set(["tag", "category"]);

/** A query as openapi.yaml says: lists by commas, terms by repetition, families as parameters of their own. */
function query(parameters: Record<string, unknown>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (Array.isArray(value)) {
      const items = value.map(String);
      for (const item of repeated.has(name) ? items : [items.join(",")]) {
        pairs.append(name, item);
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [member, text] of Object.entries(value)) {
        pairs.append(member, String(text));
      }
    } else if (value !== undefined) {
      pairs.append(name, String(value));
    }
  }
  return pairs.toString();
}

/** A client of the Lede at this address, with a key when it shall do more than read what is public. */
export function lede(baseUrl: string, key?: string) {
  return createClient<paths>({
    baseUrl,
    querySerializer: query,
    ...(key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } }),
  });
}
