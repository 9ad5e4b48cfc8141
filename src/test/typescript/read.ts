// Reads what a running Lede has: npm start -- http://localhost:8080
import { lede, type Article, type Card, type Problem } from "./lede.js";

const client = lede(process.argv[2] ?? "http://localhost:8080");

function orThrow<T>(answer: { data?: T; error?: Problem | undefined }): T {
  if (answer.data === undefined) {
    throw new Error(answer.error?.detail ?? "No answer");
  }
  return answer.data;
}

const page = orThrow(await client.GET("/v1/articles", { params: { query: { limit: 5, sort: ["-date", "title"] } } }));
console.log(`${page.page.total} articles, of which the newest are:`);
// Without fields and include every item is a card.
for (const card of page.items as Card[]) {
  const tags = card.tags.map((tag) => tag.name).join(", ");
  console.log(`  ${card.date ?? "undated"}  ${card.title}  [${tags}]  ${card.readingTime} min`);
}

const newest = (page.items as Card[])[0];
if (newest !== undefined) {
  const answer = await client.GET("/v1/articles/{key}", { params: { path: { key: newest.id } } });
  const article = orThrow(answer) as Article;
  console.log(`${article.title}: ${article.wordCount} words, ${article.body.html.length} characters of HTML`);
}

// Every kind of parameter: a list by commas, terms by repetition, a family, a choice of members.
const chosen = orThrow(
  await client.GET("/v1/articles", {
    params: {
      query: {
        fields: ["title", "params.toc"],
        lang: ["en", "zh-CN"],
        kind: ["page", "section"],
        tag: ["!no-such-tag", "!nor-this"],
        param: { "param.toc": "false" },
        taxonomy: { "taxonomy.categories": "!no-such-category" },
        from: "1970-01-01",
        limit: 3,
      },
    },
  }),
);
for (const part of chosen.items) {
  console.log(`  ${part.title ?? "untitled"} has toc: ${JSON.stringify("params" in part ? part.params : undefined)}`);
}

const tags = orThrow(await client.GET("/v1/tags", { params: { query: { sort: "-count", minCount: 1 } } }));
console.log(`Tags: ${tags.items.map((tag) => `${tag.slug} (${tag.count})`).join(", ")}`);

const missing = await client.GET("/v1/articles/{key}", { params: { path: { key: "no-such-article" } } });
if (missing.error?.type !== "urn:lede:problem:not-found") {
  throw new Error("A missing article must be a problem of the type not-found");
}
console.log(`And what is not there: ${missing.error.detail}`);
