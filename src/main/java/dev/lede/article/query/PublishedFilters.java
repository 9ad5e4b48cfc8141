package dev.lede.article.query;

import dev.lede.http.query.Takes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The filters by which everybody may choose among what is published, as {@link ArticleFilter} reads them. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Takes(
        value = {"lang", "fallback", "section", "kind", "id", "slug", "from", "to", "updatedFrom"},
        repeatable = {"tag", "category", "taxonomy.*", "param.*"})
public @interface PublishedFilters {}
