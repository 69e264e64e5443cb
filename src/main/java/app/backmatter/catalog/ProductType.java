package app.backmatter.catalog;

public enum ProductType {
    EBOOK,
    AUDIOBOOK,
    WORKBOOK,
    COURSE,
    WEBINAR,
    WORKSHOP,
    COACHING,
    BUNDLE,
    SPECIAL_EDITION,
    SERVICE,
    PHYSICAL
}
