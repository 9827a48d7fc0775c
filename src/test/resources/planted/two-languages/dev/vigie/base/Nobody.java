package dev.vigie.base;

class Nobody {}
