package dev.lede.article.view;

/** Where an article and its document are. */
public record LinksView(String self, String document) {}
