package dev.lede.article.query;

import dev.lede.http.query.Takes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The order and the pages of every list of articles, as {@link ArticleQuery} reads them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Takes({"sort", "limit", "cursor", "page", "count"})
public @interface ArticlePaging {}
