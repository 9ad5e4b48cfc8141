package dev.lede.markdown.html;

/** A heading: its id in the HTML, its plain text, its level from 1 to 6. */
public record Section(String id, String title, int level) {}
