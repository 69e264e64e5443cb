package app.backmatter.audience.web;

import app.backmatter.audience.ContactView;

/** @param source where the person first came from, in words */
record ListedContact(ContactView contact, String source) {}
