package app.backmatter.funnels.domain;

/** How the public pages look: serif on paper; sans on white; dark; colourful. */
public enum Theme {
    CLASSIC,
    MODERN,
    NIGHT,
    BRIGHT
}
