/** What Spring offers to handlers and hooks: conversion, the locale, beans of a request. */
@NullMarked
package dev.fastjava.spring.boot.service;

import org.jspecify.annotations.NullMarked;
