/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-change-set.h"

static void
test_new_and_finalize (void)
{
  DitesChangeSet *set = dites_change_set_new ("Import");

  g_assert_cmpstr (dites_change_set_get_name (set), ==, "Import");
  g_assert_cmpuint (dites_change_set_get_n (set), ==, 0);
  g_assert_finalize_object (set);
}

static void
test_changes (void)
{
  DitesChangeSet *set = dites_change_set_new (NULL);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("site", NULL);
  DitesDocument *before = dites_document_builder_end (builder);
  DitesDocument *after;

  dites_document_builder_set_string (builder, "name", "Cabinet");
  after = dites_document_builder_end (builder);

  dites_change_set_put (set, NULL, before);
  dites_change_set_put (set, before, after);
  dites_change_set_trash (set, after);

  g_assert_cmpuint (dites_change_set_get_n (set), ==, 3);
  g_assert_null (dites_change_set_get_change (set, 0)->base);
  g_assert_true (dites_change_set_get_change (set, 1)->base == before);
  g_assert_true (dites_change_set_get_change (set, 1)->document == after);
  g_assert_true (dites_change_set_get_change (set, 2)->base == after);
  g_assert_null (dites_change_set_get_change (set, 2)->document);

  g_assert_finalize_object (set);
  g_assert_finalize_object (before);
  g_assert_finalize_object (after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-set/new-and-finalize", test_new_and_finalize);
  g_test_add_func ("/change-set/changes", test_changes);

  return g_test_run ();
}
