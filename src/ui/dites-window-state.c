/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-find.h"
#include "dites-window-private.h"

/* What a window shows, to be shown again at the next start: its list with what is searched
 * for, how far it is scrolled, and its document; its size. What is under way, an import, a
 * dialog, a choice of rows, is not brought back, nor is a list that somebody looked through
 * for one document. How lists are sorted and filtered is the settings' own. */

static guint state_changed;

/* Tells that another list, search or document is shown. */
void
dites_window_tell_state (DitesWindow *self)
{
  g_signal_emit (self, state_changed, 0);
}

void
dites_window_class_install_state (DitesWindowClass *klass)
{
  /**
   * DitesWindow::state-changed:
   * @self: a window
   *
   * Another list, search or document is shown.
   */
  state_changed = g_signal_new ("state-changed", DITES_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * dites_window_get_state:
 * @self: a window
 *
 * Returns: (transfer floating): what dites_window_restore() shows again, an "a{sv}"
 */
GVariant *
dites_window_get_state (DitesWindow *self)
{
  DitesListPage     *list = dites_window_get_list_page (self);
  DitesDocumentPage *page = dites_window_get_document_page (self);
  GVariantBuilder    state = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  int                width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_variant_builder_add (&state, "{sv}", "width", g_variant_new_int32 (width));
  g_variant_builder_add (&state, "{sv}", "height", g_variant_new_int32 (height));
  g_variant_builder_add (&state, "{sv}", "maximized", g_variant_new_boolean (gtk_window_is_maximized (GTK_WINDOW (self))));
  if (list != NULL)
    g_variant_builder_add (&state, "{sv}", "kind", g_variant_new_string (dites_list_page_get_kind (list)->name));
  if (list != NULL && !dites_list_page_is_narrowed (list))
    {
      g_variant_builder_add (&state, "{sv}", "search", g_variant_new_string (dites_list_page_get_search (list)));
      g_variant_builder_add (&state, "{sv}", "scroll", g_variant_new_double (dites_list_page_get_scroll (list)));
    }
  if (page != NULL && !dites_editor_is_draft (dites_document_page_get_editor (page)))
    {
      g_variant_builder_add (&state, "{sv}", "document", g_variant_new_string (dites_document_page_get_id (page)));
      g_variant_builder_add (&state, "{sv}", "beside", g_variant_new_boolean (!adw_navigation_split_view_get_show_content (self->inner)));
    }

  return g_variant_builder_end (&state);
}

/* A document that is to be shown again, if it is still there. */
typedef struct
{
  DitesWindow *self;
  gboolean     beside; /* the list is what one sees where there is no room for both */
} Coming;

static void
described_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Coming *coming = user_data;
  g_autoptr (DitesWindow) self = coming->self;
  g_autoptr (GPtrArray) found = dites_store_describe_finish (DITES_STORE (object), result, NULL);
  const DitesFound *one;
  DitesListPage    *list;

  /* Whoever was faster has gone somewhere else. */
  if (found == NULL || found->len == 0 || self->store == NULL || dites_window_get_document_page (self) != NULL)
    return;

  one = found->pdata[0];
  list = dites_window_get_list_page (self);
  if (list == NULL || dites_list_page_get_kind (list) != one->kind)
    return;
  dites_window_open_document (self, one->id);
  if (coming->beside)
    adw_navigation_split_view_set_show_content (self->inner, FALSE);
}

/**
 * dites_window_restore:
 * @self: a window that was just made
 * @state: what dites_window_get_state() gave
 *
 * Shows what a window showed. What is no longer there is left out.
 */
void
dites_window_restore (DitesWindow *self,
                      GVariant    *state)
{
  const char *kind = NULL, *search = "", *document = NULL;
  int         width = 0, height = 0;
  gboolean    maximized = FALSE, beside = FALSE;
  double      scroll = 0;

  g_variant_lookup (state, "width", "i", &width);
  g_variant_lookup (state, "height", "i", &height);
  g_variant_lookup (state, "maximized", "b", &maximized);
  g_variant_lookup (state, "kind", "&s", &kind);
  g_variant_lookup (state, "search", "&s", &search);
  g_variant_lookup (state, "scroll", "d", &scroll);
  g_variant_lookup (state, "document", "&s", &document);
  g_variant_lookup (state, "beside", "b", &beside);

  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  g_object_set (self, "maximized", maximized, NULL);
  if (kind != NULL && dites_kind_get (kind) != NULL && !dites_kind_get (kind)->single)
    dites_window_show_kind (self, kind);
  dites_list_page_restore (dites_window_get_list_page (self), search, scroll);
  if (document != NULL)
    {
      const char *const ids[] = { document, NULL };
      Coming           *coming = g_new0 (Coming, 1);

      coming->self = g_object_ref (self);
      coming->beside = beside;
      dites_store_describe_async (self->store, ids, NULL, described_cb, coming);
    }
}

/**
 * dites_window_is_busy:
 * @self: a window
 *
 * Returns: whether something lies over the documents: an import, the trash, a dialog
 */
gboolean
dites_window_is_busy (DitesWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->views);

  return g_strcmp0 (adw_navigation_page_get_tag (page), "documents") != 0 ||
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

/**
 * dites_window_search:
 * @self: a window
 * @kind: the name of a kind; empty for the one that is shown
 * @text: what to search for
 *
 * Shows what a kind's list finds, whatever was filtered the last time.
 */
void
dites_window_search (DitesWindow *self,
                     const char  *kind,
                     const char  *text)
{
  g_return_if_fail (DITES_IS_WINDOW (self));

  if (dites_kind_get (kind) != NULL)
    dites_window_show_kind (self, kind);
  adw_navigation_split_view_set_show_content (self->outer, TRUE);
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  dites_list_page_search (dites_window_get_list_page (self), text);
}
