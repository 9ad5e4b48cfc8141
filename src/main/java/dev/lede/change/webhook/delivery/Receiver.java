package dev.lede.change.webhook.delivery;

/** The server at the other end: where it is, and what tells it that it is we. */
public record Receiver(String url, Secret secret) {}
