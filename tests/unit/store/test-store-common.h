/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gstdio.h>

#include "dites-query.h"
#include "dites-store.h"

G_BEGIN_DECLS

/* A store in a folder of its own. */
typedef struct
{
  char       *folder;
  DitesStore *store;
} TestFixture;

void test_set_up (TestFixture  *fixture,
                  gconstpointer data);
void test_tear_down (TestFixture  *fixture,
                     gconstpointer data);

/* Kinds of the tests' own: a "beast" lives at a "den", which has its name in the beast's title. */
void            test_register_kinds (void);
char           *test_make_folder (void);
void            test_remove_folder (const char *folder);
DitesStore     *test_open (const char *folder);
void            test_close (DitesStore *store);
DitesDocument  *test_beast (guint       n,
                            const char *name,
                            const char *den);
DitesDocument  *test_den (guint       n,
                          const char *name);
DitesDocument  *test_with (DitesDocument *document,
                           const char    *member,
                           const char    *value);
gboolean        test_write (DitesStore     *store,
                            DitesChangeSet *changes,
                            GError        **error);
void            test_put (DitesStore    *store,
                          const char    *name,
                          DitesDocument *base,
                          DitesDocument *document);
char           *test_undo (DitesStore *store,
                           GError    **error);
char           *test_redo (DitesStore *store,
                           GError    **error);
char           *test_revert (DitesStore *store,
                             gint64      sequence,
                             GError    **error);
GPtrArray      *test_check (DitesStore *store);
DitesPhoto     *test_add_photo (DitesStore *store,
                                GBytes     *bytes,
                                GError    **error);
DitesDocument  *test_get (DitesStore *store,
                          const char *id);
char           *test_dump (DitesStore *store);
DitesChangeSet *test_make_changes (void);
DitesStore     *test_make_store (const char *folder);
void            test_assert_whole (DitesStore *store);
void            test_keep_result_cb (GObject      *object,
                                     GAsyncResult *result,
                                     gpointer      user_data);

/* Spins the main loop until @condition holds; gives up after a minute. */
#define test_wait_for(condition)                                            \
  G_STMT_START                                                              \
  {                                                                         \
    gint64 test_end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;        \
    while (!(condition))                                                    \
      {                                                                     \
        g_assert_cmpint (g_get_monotonic_time (), <, test_end);             \
        g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (200); \
      }                                                                     \
  }                                                                         \
  G_STMT_END

G_END_DECLS
