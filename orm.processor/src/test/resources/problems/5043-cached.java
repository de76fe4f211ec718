package demo;

import orm.api.annotation.*;

@Entity
@Cached(ttl = "often")
record Problem(@Id int id) {}
//^ ORM-5043 Cannot map Problem: ttl "often" of @Cached is no length of time. Write 500ms, 30s, 10m, 2h or PT30S, and more than zero.

@Entity
@Cached(size = 0)
record Nothing(@Id int id) {}
//^ ORM-5043 Cannot map Nothing: @Cached keeps no row. Give it a size of at least 1, or remove it.
