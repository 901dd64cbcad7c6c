/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-window-private.h"

/* What somebody typed is not thrown away because it was not understood: its page waits
 * for them, and the window is not closed over it without a word. */

/* How long who was told may take to close the window all the same, in microseconds. */
#define PATIENCE (15 * G_USEC_PER_SEC)

/* The field of a page in which something was typed that is not stored, unless the page is of no use any more. */
static const DitesField *
get_refused (DitesDocumentPage *page)
{
  return dites_editor_is_trashed (dites_document_page_get_editor (page)) ? NULL : dites_document_page_get_refused (page);
}

/* Keeps the page that is shown, if there is something on it that was not understood. */
void
dites_window_keep_refused (DitesWindow *self)
{
  DitesDocumentPage *page = dites_window_get_document_page (self);
  const DitesField  *field;
  g_autofree char   *message = NULL;
  AdwToast          *toast;

  if (page == NULL)
    return;

  /* A field is taken over when it is left. */
  dites_window_take_over (self);
  field = get_refused (page);
  if (field == NULL)
    return;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_hash_table_replace (self->refused, g_strdup (dites_document_page_get_id (page)), g_object_ref (page));

  /* Translators: %s is the label of a field, of a form that was just left. */
  message = g_strdup_printf (_("What was typed in “%s” is not saved, and waits in the form"), dites_field_get_label (field));
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_name (toast, "win.open-document");
  adw_toast_set_action_target_value (toast, g_variant_new_string (dites_document_page_get_id (page)));
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* The page with something that was not understood: the one that is shown, or one that waits. */
static DitesDocumentPage *
find_page (DitesWindow *self)
{
  DitesDocumentPage *page = dites_window_get_document_page (self);
  GHashTableIter     iter;
  gpointer           waiting;

  if (page != NULL && get_refused (page) != NULL)
    return page;

  g_hash_table_iter_init (&iter, self->refused);
  while (g_hash_table_iter_next (&iter, NULL, &waiting))
    if (get_refused (waiting) != NULL)
      return waiting;

  return NULL;
}

/* Shows what would be lost with the window, and how to close it all the same; returns whether there is
 * something, and it was not just told. */
gboolean
dites_window_tell_refused (DitesWindow *self)
{
  DitesDocumentPage *page = find_page (self);
  const DitesField  *field;
  g_autofree char   *message = NULL;
  gint64             now = g_get_monotonic_time ();

  if (page == NULL || (self->warned_at != 0 && now - self->warned_at < PATIENCE))
    return FALSE;

  self->warned_at = now;
  field = get_refused (page);
  dites_window_open_document (self, dites_document_page_get_id (page));
  dites_document_page_show_field (dites_window_get_document_page (self), field->name);
  /* Translators: %s is the label of a field. */
  message = g_strdup_printf (_("What was typed in “%s” is not saved: correct it, or close once more"), dites_field_get_label (field));
  dites_window_tell (self, message, FALSE);
  /* Nor has the program been quit. */
  dites_window_tell_state (self);

  return TRUE;
}
