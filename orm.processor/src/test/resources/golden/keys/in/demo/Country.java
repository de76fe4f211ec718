package demo;

import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Has a natural key. */
@Entity
public record Country(@Id @Column(value = "iso", length = 2) String code, String name) {}
