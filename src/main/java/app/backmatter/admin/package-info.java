/** The console of who runs the installation: conversion across workspaces. */
@NullMarked
@ApplicationModule(
        displayName = "Admin",
        allowedDependencies = {"database", "accounts", "pages", "mail", "reports"})
package app.backmatter.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
