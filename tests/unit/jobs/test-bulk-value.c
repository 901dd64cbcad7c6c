/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk-value.h"

#include "dites-kind.h"

static const DitesField *
get_field (const char *kind,
           const char *name)
{
  const DitesField *field = dites_kind_get_field (dites_kind_get (kind), name);

  g_assert_nonnull (field);

  return field;
}

static void
assert_change (const DitesField *field,
               DitesBulkWays     way,
               const char       *before,
               const char       *json,
               const char       *expected)
{
  DitesJson        value = before != NULL ? dites_json_of (before, -1) : (DitesJson) { NULL, 0 };
  g_autofree char *after = dites_bulk_apply (field, way, before != NULL ? &value : NULL, json);

  g_assert_cmpstr (after, ==, expected);
}

/* What makes sense follows from the table of the kind. */
static void
test_ways (void)
{
  static const struct
  {
    const char   *kind, *field;
    DitesBulkWays ways;
  } cases[] = {
    { "intern", "state", DITES_BULK_SET | DITES_BULK_CLEAR },
    { "intern", "car", DITES_BULK_SET | DITES_BULK_CLEAR },
    { "intern", "emails", DITES_BULK_SET | DITES_BULK_ADD | DITES_BULK_REMOVE | DITES_BULK_CLEAR },
    { "site", "phones", DITES_BULK_SET | DITES_BULK_ADD | DITES_BULK_REMOVE | DITES_BULK_CLEAR },
    { "housing", "equipment", DITES_BULK_SET | DITES_BULK_ADD | DITES_BULK_REMOVE | DITES_BULK_CLEAR },
    { "placement", "sites", DITES_BULK_SET | DITES_BULK_ADD | DITES_BULK_REMOVE | DITES_BULK_CLEAR },
    { "housing", "owner", DITES_BULK_SET | DITES_BULK_CLEAR },
    { "site", "address", DITES_BULK_SET | DITES_BULK_ADD | DITES_BULK_CLEAR },
    /* What is required is not taken away. */
    { "placement", "semester", DITES_BULK_SET },
    { "housing", "commune", DITES_BULK_SET },
    /* What tells people apart, what is part of something else, what is only a column of a list. */
    { "intern", "family_name", 0 },
    { "intern", "rpps", 0 },
    { "tenancy", "unit", 0 },
    { "housing", "photos", 0 },
    { "housing", "units", 0 },
    { "housing", "latitude", 0 },
    { "placement", "establishment", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s of %s", cases[i].field, cases[i].kind);
      g_assert_cmpuint (dites_bulk_get_ways (get_field (cases[i].kind, cases[i].field)), ==, cases[i].ways);
    }
}

/* Each value is there once, what was there keeps its place, and what nobody knows stays. */
static void
test_add (void)
{
  const DitesField *field = get_field ("housing", "equipment");

  assert_change (field, DITES_BULK_ADD, NULL, "[\"lift\"]", "[\"lift\"]");
  assert_change (field, DITES_BULK_ADD, "[\"oven\",{\"new\":1e21}]", "[\"lift\",\"oven\"]", "[\"oven\",{\"new\":1e21},\"lift\"]");
  assert_change (field, DITES_BULK_ADD, "[\"oven\"]", "[\"oven\"]", "[\"oven\"]");
  assert_change (field, DITES_BULK_ADD, "\"oven\"", "[\"lift\"]", "[\"oven\",\"lift\"]");
  assert_change (field, DITES_BULK_ADD, "[\"oven\"]", NULL, "[\"oven\"]");
  assert_change (field, DITES_BULK_ADD, NULL, NULL, NULL);
}

static void
test_remove (void)
{
  const DitesField *field = get_field ("placement", "sites");

  assert_change (field, DITES_BULK_REMOVE, "[\"site:a\",\"site:b\",7]", "[\"site:b\",\"site:c\"]", "[\"site:a\",7]");
  assert_change (field, DITES_BULK_REMOVE, "[\"site:a\"]", "[\"site:a\"]", NULL);
  assert_change (field, DITES_BULK_REMOVE, "\"site:a\"", "[\"site:a\"]", NULL);
  assert_change (field, DITES_BULK_REMOVE, NULL, "[\"site:a\"]", NULL);
}

static void
test_set (void)
{
  const DitesField *field = get_field ("site", "phones");

  assert_change (field, DITES_BULK_SET, "[\"+33639980001\"]", "[\"+33639980002\"]", "[\"+33639980002\"]");
  assert_change (field, DITES_BULK_SET, NULL, "[\"+33639980002\"]", "[\"+33639980002\"]");
  assert_change (field, DITES_BULK_CLEAR, "[\"+33639980001\"]", NULL, NULL);
}

/* Lines go below those that are there. */
static void
test_lines (void)
{
  const DitesField *field = get_field ("site", "remarks");

  assert_change (field, DITES_BULK_ADD, NULL, "\"Closed\"", "\"Closed\"");
  assert_change (field, DITES_BULK_ADD, "\"\"", "\"Closed\"", "\"Closed\"");
  assert_change (field, DITES_BULK_ADD, "\"Open\"", "\"Closed\"", "\"Open\\nClosed\"");
  assert_change (field, DITES_BULK_ADD, "\"Open\\n\"", "\"Closed\"", "\"Open\\nClosed\"");
  assert_change (field, DITES_BULK_SET, "\"Open\"", "\"Closed\"", "\"Closed\"");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bulk-value/ways", test_ways);
  g_test_add_func ("/bulk-value/add", test_add);
  g_test_add_func ("/bulk-value/remove", test_remove);
  g_test_add_func ("/bulk-value/set", test_set);
  g_test_add_func ("/bulk-value/lines", test_lines);

  return g_test_run ();
}
