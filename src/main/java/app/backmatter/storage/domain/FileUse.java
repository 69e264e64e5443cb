package app.backmatter.storage.domain;

/** What a file was stored for: pictures are public, downloads and links are handed out by signed links alone. */
enum FileUse {
    DOWNLOAD,
    PICTURE,
    LINK
}
