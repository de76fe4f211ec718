package demo;

/** Round shapes. */
public sealed interface Round extends Shape permits Circle, Ellipse {}
