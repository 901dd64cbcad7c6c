/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document.h"

#define PREFIX "{\"_id\":\"site:1\",\"kind\":\"site\""

typedef struct
{
  const char *base; /* (nullable) */
  const char *ours;
  const char *theirs;
  const char *merged;
  const char *conflict; /* (nullable) */
} Case;

static const Case cases[] = {
  { "", ",\"a\":1", ",\"b\":2", ",\"b\":2,\"a\":1", NULL },
  { ",\"a\":1", ",\"a\":2", ",\"a\":1", ",\"a\":2", NULL },
  { ",\"a\":1", ",\"a\":1", ",\"a\":2", ",\"a\":2", NULL },
  { ",\"a\":1", ",\"a\":2", ",\"a\":2", ",\"a\":2", NULL },
  { ",\"a\":1", ",\"a\":2", ",\"a\":3", ",\"a\":3", "a" },
  { ",\"a\":1", "", ",\"a\":1", "", NULL },
  { ",\"a\":1", ",\"a\":1", "", "", NULL },
  { ",\"a\":1", "", ",\"a\":2", ",\"a\":2", "a" },
  { NULL, ",\"a\":1", ",\"a\":1,\"b\":2", ",\"a\":1,\"b\":2", NULL },
  { NULL, ",\"a\":1", ",\"a\":2", ",\"a\":2", "a" },
  /* Lists of texts are sets. */
  { ",\"p\":[\"1\"]", ",\"p\":[\"1\",\"2\"]", ",\"p\":[\"1\",\"3\"]", ",\"p\":[\"1\",\"3\",\"2\"]", NULL },
  { ",\"p\":[\"1\",\"2\"]", ",\"p\":[\"2\"]", ",\"p\":[\"1\",\"2\",\"3\"]", ",\"p\":[\"2\",\"3\"]", NULL },
  /* Parts are told apart by what names them, and merged member by member. */
  { ",\"u\":[{\"id\":\"a\",\"n\":1}]", ",\"u\":[{\"id\":\"a\",\"n\":2}]", ",\"u\":[{\"id\":\"a\",\"n\":1,\"r\":5},{\"id\":\"b\"}]",
    ",\"u\":[{\"id\":\"a\",\"n\":2,\"r\":5},{\"id\":\"b\"}]", NULL },
  { ",\"u\":[{\"id\":\"a\",\"n\":1}]", ",\"u\":[{\"id\":\"a\",\"n\":2}]", ",\"u\":[{\"id\":\"a\",\"n\":3}]",
    ",\"u\":[{\"id\":\"a\",\"n\":3}]", "u" },
  { ",\"u\":[1]", ",\"u\":[1,2]", ",\"u\":[1,3]", ",\"u\":[1,3]", "u" },
  /* Objects inside go member by member too. */
  { ",\"extra\":{\"x\":1}", ",\"extra\":{\"x\":1,\"y\":2}", ",\"extra\":{\"x\":3}", ",\"extra\":{\"x\":3,\"y\":2}", NULL },
  { ",\"extra\":{\"x\":1}", ",\"extra\":{\"x\":2}", ",\"extra\":{\"x\":3}", ",\"extra\":{\"x\":3}", "extra" },
  /* Who wrote last is nobody's conflict. */
  { ",\"changed_at\":\"1\"", ",\"changed_at\":\"2\"", ",\"changed_at\":\"3\"", ",\"changed_at\":\"3\"", NULL },
  /* Numbers that nobody can hold. */
  { ",\"a\":1e400", ",\"a\":10e399,\"b\":1", ",\"a\":1e400", ",\"a\":1e400,\"b\":1", NULL },
};

static DitesDocument *
new_document (const char *members)
{
  g_autofree char *text = g_strconcat (PREFIX, members, "}", NULL);
  g_autoptr (GError) error = NULL;
  DitesDocument *document = dites_document_new_from_text (text, -1, &error);

  g_assert_no_error (error);

  return document;
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DitesDocument) base = cases[i].base != NULL ? new_document (cases[i].base) : NULL;
      g_autoptr (DitesDocument) ours = new_document (cases[i].ours);
      g_autoptr (DitesDocument) theirs = new_document (cases[i].theirs);
      g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (DitesDocument) merged = dites_document_merge (base, ours, theirs, conflicts);
      g_autofree char *expected = g_strconcat (PREFIX, cases[i].merged, "}", NULL);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (dites_document_get_text (merged, NULL), ==, expected);
      g_assert_cmpuint (conflicts->len, ==, cases[i].conflict != NULL ? 1 : 0);
      if (cases[i].conflict != NULL)
        g_assert_cmpstr (conflicts->pdata[0], ==, cases[i].conflict);
    }
}

static DitesDocument *
new_random_document (void)
{
  static const char *const values[] = { "1", "2", "\"x\"", "[\"a\"]", "[\"a\",\"b\"]", "{\"k\":1}", "{\"k\":2}", "[{\"id\":\"p\",\"v\":1}]" };
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("site", "site:1");
  static const char *const members[] = { "a", "b", "c" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_test_rand_bit ())
      dites_document_builder_set_json (builder, members[i], values[g_test_rand_int_range (0, G_N_ELEMENTS (values))], -1);

  return dites_document_builder_end (builder);
}

/* Whoever comes first, the same is merged, and the same conflicts. */
static void
test_laws (void)
{
  for (int round = 0; round < 5000; round++)
    {
      g_autoptr (DitesDocument) base = g_test_rand_bit () ? new_random_document () : NULL;
      g_autoptr (DitesDocument) ours = new_random_document ();
      g_autoptr (DitesDocument) theirs = new_random_document ();
      g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) other_conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (DitesDocument) merged = dites_document_merge (base, ours, theirs, conflicts);
      g_autoptr (DitesDocument) swapped = dites_document_merge (base, theirs, ours, other_conflicts);
      g_autoptr (DitesDocument) ours_alone = dites_document_merge (base, ours, base != NULL ? base : ours, conflicts);
      gsize       length;
      const char *text = dites_document_get_text (merged, &length);

      g_assert_true (dites_json_check (text, length, NULL));
      g_assert_cmpuint (conflicts->len, ==, other_conflicts->len);
      g_assert_true (dites_document_equal (ours_alone, ours));
      if (dites_document_equal (ours, theirs))
        {
          g_assert_cmpuint (conflicts->len, ==, 0);
          g_assert_true (dites_document_equal (merged, ours));
          g_assert_true (dites_document_equal (swapped, ours));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-merge/cases", test_cases);
  g_test_add_func ("/document-merge/laws", test_laws);

  return g_test_run ();
}
