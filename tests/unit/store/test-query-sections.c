/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <string.h>

typedef struct
{
  char       *folder;
  DitesStore *store;
  DitesQuery *query;
} Fixture;

/* Which beasts there are: two dens, one beast without, and names of four letters. */
static const struct
{
  guint       n;
  const char *name;
  const char *den;
} beasts[] = {
  { 0, "Ours", "test_den:2" },
  { 1, "Écureuil", "test_den:1" },
  { 2, "Otarie", NULL },
  { 3, "Élan", "test_den:1" },
  { 4, "7 lieues", "test_den:2" },
  { 5, "Zèbre", "test_den:2" },
};

static void
settle (Fixture *fixture)
{
  test_wait_for (!dites_query_is_loading (fixture->query));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Beasts");

  fixture->folder = test_make_folder ();
  fixture->store = test_open (fixture->folder);
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (DitesDocument) den = test_den (i, i == 1 ? "Mare" : "Bois");

      dites_change_set_put (changes, NULL, den);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (beasts); i++)
    {
      g_autoptr (DitesDocument) beast = test_beast (beasts[i].n, beasts[i].name, beasts[i].den);

      dites_change_set_put (changes, NULL, beast);
    }
  g_assert_true (test_write (fixture->store, changes, NULL));
  fixture->query = dites_query_new (fixture->store, "test_beast");
  settle (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->query);
  test_close (fixture->store);
  test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* The sections in their order: "label:rows ". They must cover the list without a gap. */
static char *
join_sections (DitesQuery *query)
{
  GString *sections = g_string_new (NULL);
  guint    n = g_list_model_get_n_items (G_LIST_MODEL (query));
  guint    start, end;

  for (guint at = 0; at < n; at = end)
    {
      dites_query_get_section (query, at, &start, &end);
      g_assert_cmpuint (start, ==, at);
      g_assert_cmpuint (end, >, at);
      g_assert_cmpuint (end, <=, n);
      for (guint i = start; i < end; i++)
        g_assert_cmpstr (dites_query_get_section_label (query, i), ==, dites_query_get_section_label (query, start));
      g_string_append_printf (sections, "%s:%u ", dites_query_get_section_label (query, start), end - start);
    }

  dites_query_get_section (query, n, &start, &end);
  g_assert_cmpuint (start, ==, n);
  g_assert_cmpuint (end, ==, G_MAXUINT);

  return g_string_free_and_steal (sections);
}

static void
assert_sections (Fixture    *fixture,
                 const char *expected)
{
  g_autofree char *sections = NULL;

  settle (fixture);
  sections = join_sections (fixture->query);
  g_assert_cmpstr (sections, ==, expected);
}

static void
test_letters (Fixture      *fixture,
              gconstpointer data)
{
  assert_sections (fixture, "0–9:1 E:2 O:2 Z:1 ");

  dites_query_set_sort (fixture->query, NULL, TRUE);
  assert_sections (fixture, "Z:1 O:2 E:2 0–9:1 ");
}

/* A choice is in the order of its table, a reference in that of its titles; none is last. */
static void
test_values (Fixture      *fixture,
             gconstpointer data)
{
  dites_query_set_sort (fixture->query, "size", FALSE);
  assert_sections (fixture, "Small:2 Middle:2 Large:2 ");

  dites_query_set_sort (fixture->query, "den", FALSE);
  assert_sections (fixture, "Bois:3 Mare:2 Not Entered:1 ");
  dites_query_set_sort (fixture->query, "den", TRUE);
  assert_sections (fixture, "Mare:2 Bois:3 Not Entered:1 ");

  dites_query_set_sort (fixture->query, "age", FALSE);
  assert_sections (fixture, "Age: 0:1 Age: 1:1 Age: 2:1 Age: 3:1 Age: 4:1 Age: 5:1 ");
}

/* In one section rows keep the order of the kind, whichever way it is sorted. */
static void
test_order_in_section (Fixture      *fixture,
                       gconstpointer data)
{
  static const char *const expected[] = { "test_beast:1", "test_beast:3", "test_beast:4", "test_beast:0", "test_beast:5" };

  dites_query_set_sort (fixture->query, "den", TRUE);
  settle (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (DitesRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->query), i);

      test_wait_for (dites_row_is_loaded (row));
      g_assert_cmpstr (dites_row_get_id (row), ==, expected[i]);
    }
}

static void
test_narrowed (Fixture      *fixture,
               gconstpointer data)
{
  dites_query_set_search (fixture->query, "o");
  assert_sections (fixture, "O:2 ");
  dites_query_set_search (fixture->query, NULL);
  dites_query_set_filter (fixture->query, "den", (const char *const[]) { "test_den:1", "", NULL });
  assert_sections (fixture, "E:2 O:1 ");
  dites_query_set_search (fixture->query, "nobody");
  assert_sections (fixture, "");
}

/* The trash has them too, and a kind that nothing is known of has none. */
static void
test_others (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (DitesQuery) unknown = dites_query_new (fixture->store, "test_nothing");
  guint start, end;

  test_wait_for (!dites_query_is_loading (unknown));
  dites_query_get_section (unknown, 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, G_MAXUINT);
  g_assert_cmpstr (dites_query_get_section_label (unknown, 0), ==, "");

  dites_query_set_trashed (fixture->query, TRUE);
  assert_sections (fixture, "");
}

static void
count_cb (DitesQuery *query,
          guint       position,
          guint       n_items,
          guint      *n_told)
{
  g_assert_cmpuint (position + n_items, <=, g_list_model_get_n_items (G_LIST_MODEL (query)));
  (*n_told)++;
}

/* Rows that stay where they are and are headed otherwise are told of. */
static void
test_headed_otherwise (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (DitesDocument) den = test_get (fixture->store, "test_den:1");
  g_autoptr (DitesDocument) renamed = test_with (den, "name", "Puits");
  guint n_told = 0;

  dites_query_set_sort (fixture->query, "den", FALSE);
  assert_sections (fixture, "Bois:3 Mare:2 Not Entered:1 ");
  g_signal_connect (fixture->query, "sections-changed", G_CALLBACK (count_cb), &n_told);
  test_put (fixture->store, "Renamed", den, renamed);
  test_wait_for (n_told > 0);
  assert_sections (fixture, "Bois:3 Puits:2 Not Entered:1 ");
  g_signal_handlers_disconnect_by_data (fixture->query, &n_told);
}

/* A row that goes to another section takes nobody with it. */
static void
test_one_moves (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (DitesDocument) beast = test_get (fixture->store, "test_beast:1");
  g_autoptr (DitesDocument) renamed = test_with (beast, "name", "Zorille");

  test_put (fixture->store, "Renamed", beast, renamed);
  assert_sections (fixture, "0–9:1 E:1 O:2 Z:2 ");
}

/* While pieces of a change are told one after the other, sections are whole each time. */
static void
check_cb (DitesQuery *query)
{
  g_free (join_sections (query));
}

static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const sorts[] = { NULL, "size", "den", "age" };

  g_signal_connect (fixture->query, "items-changed", G_CALLBACK (check_cb), NULL);
  for (guint round = 0; round < 15; round++)
    {
      guint            n = g_test_rand_int_range (0, 6);
      g_autofree char *id = g_strdup_printf ("test_beast:%u", n);
      g_autofree char *name = g_strdup_printf ("%c%u", g_test_rand_int_range ('a', 'e'), n);
      g_autoptr (DitesDocument) beast = test_get (fixture->store, id);
      g_autoptr (DitesDocument) renamed = test_with (beast, "name", name);
      g_autoptr (DitesDocument) moved = test_with (renamed, "den", g_test_rand_bit () ? "test_den:1" : "test_den:2");

      test_put (fixture->store, "Renamed", beast, moved);
      dites_query_set_sort (fixture->query, sorts[g_test_rand_int_range (0, 4)], g_test_rand_bit ());
      settle (fixture);
      g_free (join_sections (fixture->query));
    }
}

/* The end of a long list is in its sections once it is known. */
static void
test_long_list (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Beasts");
  g_autoptr (DitesQuery) query = NULL;
  g_autofree char *sections = NULL;

  for (guint i = 0; i < 1300; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%05u", 'a' + i % 26, i);
      g_autoptr (DitesDocument) beast = test_beast (100 + i, name, NULL);

      dites_change_set_put (changes, NULL, beast);
    }
  g_assert_true (test_write (fixture->store, changes, NULL));
  query = dites_query_new (fixture->store, "test_beast");
  test_wait_for (!dites_query_is_loading (query));
  sections = join_sections (query);
  g_assert_true (g_str_has_prefix (sections, "0–9:1 A:50 B:50 C:50 D:50 E:52 F:50 "));
  g_assert_true (g_str_has_suffix (sections, "Y:50 Z:51 "));
}

static void
test_collect (Fixture      *fixture,
              gconstpointer data)
{
  static const guint positions[] = { 3, 0, 99 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  dites_query_collect_async (fixture->query, positions, G_N_ELEMENTS (positions), NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  ids = dites_query_collect_finish (fixture->query, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, "test_beast:2");
  g_assert_cmpstr (ids[1], ==, "test_beast:4");
}

static guint
find (Fixture    *fixture,
      const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint place;

  dites_query_find_async (fixture->query, id, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  place = dites_query_find_finish (fixture->query, result, &error);
  g_assert_no_error (error);

  return place;
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_cmpuint (find (fixture, "test_beast:0"), ==, 4);
  g_assert_cmpuint (find (fixture, "test_den:1"), ==, G_MAXUINT);
  g_assert_cmpuint (find (fixture, "test_beast:nobody"), ==, G_MAXUINT);
}

static char *
join_values (Fixture    *fixture,
             const char *field)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = NULL;
  GString *joined = g_string_new (NULL);

  dites_query_values_async (fixture->query, field, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  values = dites_query_values_finish (fixture->query, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < values->len; i++)
    {
      const DitesQueryValue *value = values->pdata[i];

      g_string_append_printf (joined, "%s=%s:%u ", value->value, value->label != NULL ? value->label : "-", value->n);
    }

  return g_string_free_and_steal (joined);
}

/* All choices, or what there is; with how many have each, and how many have none. */
static void
test_filter_values (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *sizes = join_values (fixture, "size");
  g_autofree char *dens = join_values (fixture, "den");
  g_autofree char *tags = join_values (fixture, "tags");

  g_assert_cmpstr (sizes, ==, "small=Small:2 middle=Middle:2 large=Large:2 ");
  g_assert_cmpstr (dens, ==, "test_den:2=Bois:3 test_den:1=Mare:2 =-:1 ");
  g_assert_cmpstr (tags, ==, "=-:6 ");
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  dites_query_values_async (fixture->query, "den", cancellable, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  g_assert_null (dites_query_values_finish (fixture->query, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();

#define add(NAME, FUNC) g_test_add ("/query-sections/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  add ("letters", test_letters);
  add ("values", test_values);
  add ("order-in-section", test_order_in_section);
  add ("narrowed", test_narrowed);
  add ("others", test_others);
  add ("headed-otherwise", test_headed_otherwise);
  add ("one-moves", test_one_moves);
  add ("random", test_random);
  add ("long-list", test_long_list);
  add ("collect", test_collect);
  add ("find", test_find);
  add ("filter-values", test_filter_values);
  add ("cancelled", test_cancelled);
#undef add

  return g_test_run ();
}
