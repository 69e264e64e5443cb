package app.backmatter.audience;

/** A segment as others see it. */
public record SegmentView(SegmentId id, String name) {}
