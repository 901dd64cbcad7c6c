/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <string.h>

#include "dites-fold.h"

static void
settle (DitesQuery *query)
{
  test_wait_for (!dites_query_is_loading (query));
}

static char *
dup_id (DitesQuery *query,
        guint       place)
{
  g_autoptr (DitesRow) row = g_list_model_get_item (G_LIST_MODEL (query), place);

  g_assert_nonnull (row);
  test_wait_for (dites_row_is_loaded (row));

  return g_strdup (dites_row_get_id (row));
}

static char *
join_ids (DitesQuery *query)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (query)); i++)
    {
      g_autofree char *id = dup_id (query, i);

      g_string_append_printf (ids, "%s ", strchr (id, ':') + 1);
    }

  return g_string_free_and_steal (ids);
}

static void
put_beasts (DitesStore *store,
            guint       first,
            guint       n)
{
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Beasts");
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %06u", i * 7919 % 100003);
      g_autoptr (DitesDocument) beast = test_beast (i, name, i % 2 == 0 ? "test_den:1" : NULL);

      dites_change_set_put (changes, NULL, beast);
    }
  test_write (store, changes, &error);
  g_assert_no_error (error);
}

/* A second list that is kept by what the first one tells. */
typedef struct
{
  GPtrArray *rows;
  guint      n_told;
  guint      n_most; /* at once */
} Shadow;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Shadow     *shadow)
{
  shadow->n_told++;
  g_assert_cmpuint (position + removed, <=, shadow->rows->len);
  if (removed > 0)
    g_ptr_array_remove_range (shadow->rows, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shadow->rows, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (shadow->rows->len, ==, g_list_model_get_n_items (model));
  shadow->n_most = MAX (shadow->n_most, shadow->rows->len);
}

static void
assert_shadow (Shadow     *shadow,
               DitesQuery *query)
{
  g_assert_cmpuint (shadow->rows->len, ==, g_list_model_get_n_items (G_LIST_MODEL (query)));
  for (guint i = 0; i < shadow->rows->len; i++)
    {
      g_autoptr (DitesRow) row = g_list_model_get_item (G_LIST_MODEL (query), i);

      g_assert_true (row == shadow->rows->pdata[i]);
    }
}

static void
test_empty (TestFixture  *fixture,
            gconstpointer data)
{
  DitesQuery *query = dites_query_new (fixture->store, "test_beast");

  g_assert_true (dites_query_is_loading (query));
  settle (query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (query)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (query), 0));
  g_assert_finalize_object (query);

  /* One that goes before its answer comes does not hear it. */
  query = dites_query_new (fixture->store, "test_beast");
  g_assert_finalize_object (query);
}

static void
test_search (TestFixture  *fixture,
             gconstpointer data)
{
  const char *const names[] = { "Œdipe Noir", "Élan d’Amérique", "Ours brun", "Ours noir", "Loup" };
  g_autoptr (DitesQuery) query = NULL;
  struct
  {
    const char *search;
    const char *expected;
  } const cases[] = {
    { "ours", "2 3 " },
    { "OURS n", "3 " },
    { "oed", "0 " },
    { "ame ela", "1 " },
    { "noir", "3 0 " },
    { "n", "3 0 " },
    { "o b", "2 " },
    { "zebre", "" },
    { "…", "1 4 2 3 0 " },
    { "", "1 4 2 3 0 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DitesDocument) beast = test_beast (i, names[i], NULL);

      test_put (fixture->store, "Beast", NULL, beast);
    }

  query = dites_query_new (fixture->store, "test_beast");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = NULL;
      g_auto (GStrv) expected = g_strsplit (cases[i].expected, " ", -1);

      dites_query_set_search (query, cases[i].search);
      settle (query);
      ids = join_ids (query);
      for (guint k = 0; expected[k] != NULL; k++)
        {
          g_autofree char *one = g_strconcat (expected[k], " ", NULL);

          if (expected[k][0] != '\0')
            g_assert_nonnull (strstr (ids, one));
        }
      g_assert_cmpuint (strlen (ids), ==, strlen (cases[i].expected));
    }
}

static void
test_filter_and_sort (TestFixture  *fixture,
                      gconstpointer data)
{
  g_autoptr (DitesQuery) query = NULL;
  g_autofree char *small = NULL, *two = NULL, *both = NULL, *aged = NULL, *down = NULL, *den = NULL;

  put_beasts (fixture->store, 0, 6);
  query = dites_query_new (fixture->store, "test_beast");
  settle (query);

  dites_query_set_filter (query, "size", (const char *const[]) { "small", NULL });
  settle (query);
  small = join_ids (query);
  g_assert_cmpstr (small, ==, "0 3 ");

  dites_query_set_filter (query, "size", (const char *const[]) { "small", "large", NULL });
  settle (query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (query)), ==, 4);
  dites_query_set_filter (query, "den", (const char *const[]) { "test_den:1", NULL });
  settle (query);
  two = join_ids (query);
  g_assert_cmpstr (two, ==, "0 2 ");
  dites_query_set_filter (query, "den", (const char *const[]) { "", NULL });
  settle (query);
  both = join_ids (query);
  g_assert_cmpstr (both, ==, "3 5 ");

  dites_query_set_filter (query, "den", NULL);
  dites_query_set_filter (query, "size", NULL);
  dites_query_set_sort (query, "age", FALSE);
  settle (query);
  aged = join_ids (query);
  g_assert_cmpstr (aged, ==, "0 1 2 3 4 5 ");
  dites_query_set_sort (query, "age", TRUE);
  settle (query);
  down = join_ids (query);
  g_assert_cmpstr (down, ==, "5 4 3 2 1 0 ");

  dites_query_set_refers_to (query, "test_den:1");
  settle (query);
  den = join_ids (query);
  g_assert_cmpstr (den, ==, "4 2 0 ");
}

static void
test_trash (TestFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (DitesQuery) query = dites_query_new (fixture->store, "test_beast");
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Away");
  g_autoptr (DitesDocument) beast = NULL;
  g_autofree char *ids = NULL;

  put_beasts (fixture->store, 0, 3);
  beast = test_get (fixture->store, "test_beast:1");
  dites_change_set_trash (changes, beast);
  g_assert_true (test_write (fixture->store, changes, NULL));
  test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (query)) == 2);

  dites_query_set_trashed (query, TRUE);
  settle (query);
  ids = join_ids (query);
  g_assert_cmpstr (ids, ==, "1 ");
}

static void
test_long_list (TestFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (DitesQuery) query = NULL;
  g_autofree char *last = NULL, *middle = NULL;
  g_autoptr (DitesRow) early = NULL;

  put_beasts (fixture->store, 0, 3000);
  query = dites_query_new (fixture->store, "test_beast");
  test_wait_for (g_list_model_get_n_items (G_LIST_MODEL (query)) == 3000);

  /* The length is known before all of it is. */
  early = g_list_model_get_item (G_LIST_MODEL (query), 2999);
  test_wait_for (dites_row_is_loaded (early));
  last = dup_id (query, 2999);
  g_assert_cmpstr (dites_row_get_id (early), ==, last);
  middle = dup_id (query, 1500);
  g_assert_cmpstr (middle, !=, last);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_one_moves (TestFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (DitesQuery) query = NULL;
  g_autoptr (DitesDocument) beast = NULL;
  g_autoptr (DitesDocument) renamed = NULL;
  g_autoptr (DitesDocument) coloured = NULL;
  g_autoptr (DitesRow) row = NULL;
  guint            n_notified = 0;
  Shadow           shadow = { g_ptr_array_new_with_free_func (g_object_unref), 0, 0 };
  g_autofree char *id = NULL;
  gint64           end;

  put_beasts (fixture->store, 0, 100);
  query = dites_query_new (fixture->store, "test_beast");
  g_signal_connect (query, "items-changed", G_CALLBACK (items_changed_cb), &shadow);
  settle (query);
  for (guint i = 0; i < 100; i++)
    g_free (dup_id (query, i));

  shadow.n_told = 0;
  id = dup_id (query, 3);
  beast = test_get (fixture->store, id);
  renamed = test_with (beast, "name", "Zorille");
  test_put (fixture->store, "Renamed", beast, renamed);
  test_wait_for (shadow.n_told >= 2);
  settle (query);
  assert_shadow (&shadow, query);
  /* Away, and here. */
  g_assert_cmpuint (shadow.n_told, ==, 2);

  shadow.n_told = 0;
  coloured = test_with (renamed, "colour", "grey");
  row = g_list_model_get_item (G_LIST_MODEL (query), 99);
  test_wait_for (dites_row_is_loaded (row));
  g_signal_connect_swapped (row, "notify::document", G_CALLBACK (count_cb), &n_notified);
  test_put (fixture->store, "Coloured", renamed, coloured);
  end = g_get_monotonic_time () + G_USEC_PER_SEC / 4;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  /* A row that stays where it is says itself what it shows now. */
  g_assert_cmpuint (shadow.n_told, ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);
  assert_shadow (&shadow, query);
  g_signal_handlers_disconnect_by_data (row, &n_notified);

  g_signal_handlers_disconnect_by_data (query, &shadow);
  g_ptr_array_unref (shadow.rows);
}

/* In another list, what comes is told before what goes: a view has widgets to give away. */
static void
test_another (TestFixture  *fixture,
              gconstpointer data)
{
  g_autoptr (DitesQuery) query = NULL;
  Shadow shadow = { g_ptr_array_new_with_free_func (g_object_unref), 0, 0 };

  put_beasts (fixture->store, 0, 1200);
  query = dites_query_new (fixture->store, "test_beast");
  g_signal_connect (query, "items-changed", G_CALLBACK (items_changed_cb), &shadow);
  settle (query);
  g_assert_cmpuint (shadow.rows->len, ==, 1200);

  dites_query_set_refers_to (query, "test_den:1");
  settle (query);
  g_assert_cmpuint (shadow.rows->len, ==, 600);
  g_assert_cmpuint (shadow.n_most, >, 1700);
  assert_shadow (&shadow, query);

  dites_query_set_sort (query, "age", TRUE);
  dites_query_set_refers_to (query, NULL);
  settle (query);
  g_assert_cmpuint (shadow.rows->len, ==, 1200);
  assert_shadow (&shadow, query);

  dites_query_set_search (query, "nothing");
  settle (query);
  g_assert_cmpuint (shadow.rows->len, ==, 0);
  dites_query_set_search (query, NULL);
  settle (query);
  assert_shadow (&shadow, query);

  g_signal_handlers_disconnect_by_data (query, &shadow);
  g_ptr_array_unref (shadow.rows);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  DitesDocument   *x = *(DitesDocument **) a;
  DitesDocument   *y = *(DitesDocument **) b;
  g_autofree char *s = dites_document_dup_string (x, "name");
  g_autofree char *t = dites_document_dup_string (y, "name");
  int              order = strcmp (s, t);

  return order != 0 ? order : strcmp (dites_document_get_id (x), dites_document_get_id (y));
}

/* What is told keeps a second list right, whatever is written. */
static void
test_random (TestFixture  *fixture,
             gconstpointer data)
{
  g_autoptr (DitesQuery) query = dites_query_new (fixture->store, "test_beast");
  g_autoptr (GPtrArray) model = g_ptr_array_new_with_free_func (g_object_unref);
  Shadow shadow = { g_ptr_array_new_with_free_func (g_object_unref), 0, 0 };

  g_signal_connect (query, "items-changed", G_CALLBACK (items_changed_cb), &shadow);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Random");
      g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
      guint n = g_test_rand_int_range (1, 12);

      for (guint i = 0; i < n; i++)
        {
          guint            k = g_test_rand_int_range (0, 40);
          g_autofree char *id = g_strdup_printf ("test_beast:%u", k);
          g_autofree char *name = g_strdup_printf ("n%05d%02u", g_test_rand_int_range (0, 99999), k);
          g_autoptr (DitesDocument) current = NULL;
          g_autoptr (DitesDocument) next = NULL;

          if (!g_hash_table_add (used, GUINT_TO_POINTER (k)))
            continue;
          for (guint m = 0; m < model->len; m++)
            if (strcmp (dites_document_get_id (model->pdata[m]), id) == 0)
              {
                current = g_object_ref (model->pdata[m]);
                g_ptr_array_remove_index (model, m);
                break;
              }
          if (current != NULL && g_test_rand_int_range (0, 3) == 0)
            {
              dites_change_set_trash (changes, current);
              continue;
            }
          if (current == NULL)
            {
              g_autoptr (DitesDocument) trashed = test_get (fixture->store, id);

              next = trashed != NULL ? test_with (trashed, "name", name) : test_beast (k, name, NULL);
              dites_change_set_put (changes, trashed, next);
            }
          else
            {
              next = test_with (current, "name", name);
              dites_change_set_put (changes, current, next);
            }
          g_ptr_array_add (model, g_steal_pointer (&next));
        }

      {
        g_autoptr (GError) error = NULL;

        test_write (fixture->store, changes, &error);
        g_assert_no_error (error);
      }
      settle (query);
      assert_shadow (&shadow, query);
      g_ptr_array_sort (model, compare_names);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (query)), ==, model->len);
      for (guint i = 0; i < model->len; i++)
        {
          g_autofree char *id = dup_id (query, i);

          g_assert_cmpstr (id, ==, dites_document_get_id (model->pdata[i]));
        }
    }

  g_signal_handlers_disconnect_by_data (query, &shadow);
  g_ptr_array_unref (shadow.rows);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();

#define add(NAME, FUNC) g_test_add ("/query/" NAME, TestFixture, NULL, test_set_up, FUNC, test_tear_down)
  add ("empty", test_empty);
  add ("search", test_search);
  add ("filter-and-sort", test_filter_and_sort);
  add ("trash", test_trash);
  add ("long-list", test_long_list);
  add ("one-moves", test_one_moves);
  add ("another", test_another);
  add ("random", test_random);
#undef add

  return g_test_run ();
}
