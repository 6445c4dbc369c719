package dev.fastjava.spring.boot.docs;

record User(int id, String name) {}
