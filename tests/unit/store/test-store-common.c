/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <glib/gi18n.h>

#include "dites-kind.h"

static const DitesChoice sizes[] = {
  { "small", "Small", NULL },
  { "middle", "Middle", NULL },
  { "large", "Large", NULL },
  { NULL },
};

static const DitesField stay_fields[] = {
  { .name = "den", .label = "Den", .type = DITES_FIELD_REFERENCE, .target = "test_den" },
  { .name = "note", .label = "Note", .type = DITES_FIELD_TEXT },
  { NULL },
};

static const DitesField beast_fields[] = {
  { .name = "name", .label = "Name", .type = DITES_FIELD_TEXT, .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_SORTED },
  { .name = "colour", .label = "Colour", .type = DITES_FIELD_TEXT, .flags = DITES_FIELD_SEARCHED },
  { .name = "size", .label = "Size", .type = DITES_FIELD_CHOICE, .flags = DITES_FIELD_FILTERED | DITES_FIELD_SORTED, .choices = sizes },
  { .name = "age", .label = "Age", .type = DITES_FIELD_NUMBER, .flags = DITES_FIELD_SORTED },
  { .name = "den", .label = "Den", .type = DITES_FIELD_REFERENCE, .target = "test_den", .flags = DITES_FIELD_FILTERED },
  { .name = "stays", .label = "Stays", .type = DITES_FIELD_ITEMS, .items = stay_fields },
  { .name = "tags", .label = "Tags", .type = DITES_FIELD_TEXT, .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_FILTERED },
  { .name = "photos", .label = "Photos", .type = DITES_FIELD_PHOTOS },
  { NULL },
};

static const DitesField den_fields[] = {
  { .name = "name", .label = "Name", .type = DITES_FIELD_TEXT, .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED },
  { NULL },
};

static char *
beast_title (DitesDocument *document,
             DitesTitleFunc title_of,
             gpointer       user_data)
{
  g_autofree char *name = dites_document_dup_string (document, "name");
  g_autofree char *den = dites_document_dup_string (document, "den");
  g_autofree char *title = den != NULL && title_of != NULL ? title_of (den, user_data) : NULL;

  return title != NULL ? g_strdup_printf ("%s of %s", name, title) : g_strdup (name != NULL ? name : "");
}

static guint
beast_identify (DitesDocument *document,
                GPtrArray     *keys)
{
  g_autofree char *name = dites_document_dup_string (document, "name");

  if (name == NULL)
    return 0;
  g_ptr_array_add (keys, g_strconcat ("name:", name, NULL));

  return 1;
}

static char *
beast_clash (DitesDocument *document,
             DitesDocument *other)
{
  g_autofree char *a = dites_document_dup_string (document, "name");
  g_autofree char *b = dites_document_dup_string (other, "name");

  return g_strcmp0 (a, b) == 0 ? g_strdup ("Two beasts of one name share a den") : NULL;
}

static const DitesKind beast = {
  .name = "test_beast",
  .label = "Beast",
  .plural = "Beasts",
  .fields = beast_fields,
  .title = beast_title,
  .identify = beast_identify,
  .clash_field = "den",
  .clash = beast_clash,
};

static const DitesKind den = {
  .name = "test_den",
  .label = "Den",
  .plural = "Dens",
  .fields = den_fields,
};

void
test_register_kinds (void)
{
  dites_kind_register (&beast);
  dites_kind_register (&den);
}

char *
test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("dites-store-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_remove (folder);
}

DitesStore *
test_open (const char *folder)
{
  g_autoptr (GError) error = NULL;
  DitesStore *store = dites_store_open (folder, "desk", &error);

  g_assert_no_error (error);

  return store;
}

void
test_close (DitesStore *store)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

DitesDocument *
test_den (guint       n,
          const char *name)
{
  g_autofree char *id = g_strdup_printf ("test_den:%u", n);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("test_den", id);

  dites_document_builder_set_string (builder, "name", name);

  return dites_document_builder_end (builder);
}

DitesDocument *
test_beast (guint       n,
            const char *name,
            const char *den_id)
{
  g_autofree char *id = g_strdup_printf ("test_beast:%u", n);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("test_beast", id);

  dites_document_builder_set_string (builder, "name", name);
  dites_document_builder_set_string (builder, "size", sizes[n % 3].id);
  dites_document_builder_set_int (builder, "age", n % 97);
  if (den_id != NULL)
    dites_document_builder_set_string (builder, "den", den_id);

  return dites_document_builder_end (builder);
}

DitesDocument *
test_with (DitesDocument *document,
           const char    *member,
           const char    *value)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new_from (document);

  if (value != NULL)
    dites_document_builder_set_string (builder, member, value);
  else
    dites_document_builder_remove (builder, member);

  return dites_document_builder_end (builder);
}

void
test_keep_result_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

gboolean
test_write (DitesStore     *store,
            DitesChangeSet *changes,
            GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_store_write_async (store, changes, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);

  return dites_store_write_finish (store, result, error);
}

void
test_put (DitesStore    *store,
          const char    *name,
          DitesDocument *base,
          DitesDocument *document)
{
  g_autoptr (DitesChangeSet) changes = dites_change_set_new (name);
  g_autoptr (GError) error = NULL;

  dites_change_set_put (changes, base, document);
  test_write (store, changes, &error);
  g_assert_no_error (error);
}

char *
test_undo (DitesStore *store,
           GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_store_undo_async (store, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);

  return dites_store_undo_finish (store, result, error);
}

char *
test_redo (DitesStore *store,
           GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_store_redo_async (store, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);

  return dites_store_redo_finish (store, result, error);
}

char *
test_revert (DitesStore *store,
             gint64      sequence,
             GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_store_revert_async (store, sequence, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);

  return dites_store_revert_finish (store, result, error);
}

GPtrArray *
test_check (DitesStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *problems;

  dites_store_check_async (store, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  problems = dites_store_check_finish (store, result, &error);
  g_assert_no_error (error);

  return problems;
}

DitesPhoto *
test_add_photo (DitesStore *store,
                GBytes     *bytes,
                GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dites_store_add_photo_async (store, bytes, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);

  return dites_store_add_photo_finish (store, result, error);
}

DitesDocument *
test_get (DitesStore *store,
          const char *id)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (store, NULL);

  return dites_reader_get (reader, id, NULL);
}

static gboolean
append_document (DitesDocument *document,
                 gpointer       user_data)
{
  g_string_append_printf (user_data, "%s\n", dites_document_get_text (document, NULL));

  return TRUE;
}

/* All that can be seen in a store, as a text to compare. */
char *
test_dump (DitesStore *store)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (store, NULL);
  GString    *out = g_string_new (NULL);
  const char *kinds[] = { "test_beast", "test_den" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_string_append_printf (out, "%s: %u, %u in the trash\n", kinds[i],
                              dites_reader_count (reader, kinds[i], FALSE),
                              dites_reader_count (reader, kinds[i], TRUE));
      dites_reader_foreach (reader, kinds[i], NULL, append_document, out, NULL);
    }

  return g_string_free_and_steal (out);
}

/* A change set that makes, changes and throws away. */
DitesChangeSet *
test_make_changes (void)
{
  DitesChangeSet *changes = dites_change_set_new ("Much at once");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autofree char *new_name = g_strdup_printf ("New beast %u", i);
      g_autoptr (DitesDocument) old = test_beast (i, name, "test_den:1");
      g_autoptr (DitesDocument) changed = test_with (old, "colour", "grey");
      g_autoptr (DitesDocument) added = test_beast (100 + i, new_name, "test_den:1");

      dites_change_set_put (changes, NULL, added);
      if (i % 2 == 0)
        dites_change_set_put (changes, old, changed);
      else if (i % 3 == 0)
        dites_change_set_trash (changes, old);
    }

  return changes;
}

/* A store with a den and twelve beasts in it, as one change set, “Before”. */
DitesStore *
test_make_store (const char *folder)
{
  DitesStore *store = test_open (folder);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Before");
  g_autoptr (DitesDocument) hollow = test_den (1, "Hollow");
  g_autoptr (GError) error = NULL;

  dites_change_set_put (changes, NULL, hollow);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autoptr (DitesDocument) added = test_beast (i, name, "test_den:1");

      dites_change_set_put (changes, NULL, added);
    }
  test_write (store, changes, &error);
  g_assert_no_error (error);

  return store;
}

/* The file is whole, and so are its documents. */
void
test_assert_whole (DitesStore *store)
{
  g_autoptr (GPtrArray) problems = test_check (store);

  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((DitesProblem *) problems->pdata[i])->severity, ==, DITES_SEVERITY_NOTICE);
}

void
test_set_up (TestFixture  *fixture,
             gconstpointer data)
{
  fixture->folder = test_make_folder ();
  fixture->store = test_open (fixture->folder);
}

void
test_tear_down (TestFixture  *fixture,
                gconstpointer data)
{
  test_close (fixture->store);
  test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}
