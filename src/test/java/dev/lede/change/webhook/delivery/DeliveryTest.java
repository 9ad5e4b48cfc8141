package dev.lede.change.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void isTooLateWhenItsTimeIsOverWhereverTheClockIs() {
        var receiver = new Receiver("https://build.example/", Secret.random());
        var delivery = new Delivery(1, "hook", receiver, 1, 0, "{}", Long.MAX_VALUE);
        assertThat(delivery.isTooLate(Long.MAX_VALUE - 1)).isFalse();
        assertThat(delivery.isTooLate(Long.MAX_VALUE)).isFalse();
        // The clock begins anywhere, and goes on behind the largest number with the least.
        assertThat(delivery.isTooLate(Long.MIN_VALUE)).isTrue();
    }
}
