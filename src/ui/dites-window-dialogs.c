/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-window-private.h"

static gboolean
let_go_cb (gpointer dialog)
{
  return G_SOURCE_REMOVE;
}

static void
dialog_closed_cb (AdwDialog *dialog)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go_cb, g_object_ref (dialog), g_object_unref);
}

/* Whoever closes a dialog with the pointer holds it meanwhile. A screen reader's press does not, and
 * then libadwaita 1.7 goes on with a dialog that is no more. */
static void
dialog_shown_cb (DitesWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog == NULL)
    return;

  g_signal_handlers_disconnect_by_func (dialog, dialog_closed_cb, NULL);
  g_signal_connect (dialog, "closed", G_CALLBACK (dialog_closed_cb), NULL);
}

/* Has each dialog live until it is quite closed. */
void
dites_window_watch_dialogs (DitesWindow *self)
{
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (dialog_shown_cb), NULL);
}
