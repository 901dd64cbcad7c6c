/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-application-private.h"
#include "dites-window.h"

/* What comes back at the next start: the windows that were open at the end, each on the list
 * and the document that it showed. A window that is closed while others are open is done with;
 * the last one, or all of them when the program is quit, come back. A folder named with
 * --data-dir is looked into for once, and neither changes this nor is changed by it. */

/* So long the windows rest before what they show is kept, in case the session breaks off. */
#define SAVE_DELAY 1000

static gboolean
is_kept (DitesApplication *self)
{
  return self->data_dir == NULL;
}

/**
 * dites_application_save_session:
 * @self: the application
 *
 * Private to the application: keeps what the windows show. Without a window nothing changes.
 */
void
dites_application_save_session (DitesApplication *self)
{
  GVariantBuilder states = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  guint           n = 0;

  g_clear_handle_id (&self->save_id, g_source_remove);
  /* The one that was used last comes last, and gets the keyboard again. */
  for (GList *l = g_list_last (gtk_application_get_windows (GTK_APPLICATION (self))); l != NULL; l = l->prev)
    if (DITES_IS_WINDOW (l->data))
      {
        g_variant_builder_add_value (&states, dites_window_get_state (l->data));
        n++;
      }
  if (n > 0 && is_kept (self))
    g_settings_set_value (self->settings, "windows", g_variant_builder_end (&states));
  else
    g_variant_builder_clear (&states);
}

static void
save_cb (gpointer user_data)
{
  DitesApplication *self = user_data;

  self->save_id = 0;
  dites_application_save_session (self);
}

/* A window that goes on has not been quit. */
static void
state_changed_cb (DitesApplication *self)
{
  self->quitting = FALSE;
  if (self->save_id == 0)
    self->save_id = g_timeout_add_once (SAVE_DELAY, save_cb, self);
}

static gboolean
close_request_cb (DitesApplication *self)
{
  if (!self->quitting && g_list_length (gtk_application_get_windows (GTK_APPLICATION (self))) == 1)
    dites_application_save_session (self);

  return GDK_EVENT_PROPAGATE;
}

/**
 * dites_application_follow_window:
 * @self: the application
 * @window: one of its windows
 *
 * Private to the application: keeps what the window shows from now on.
 */
void
dites_application_follow_window (DitesApplication *self,
                                 GtkWindow        *window)
{
  g_signal_connect_object (window, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dites_application_restore_session:
 * @self: the application, without a window
 *
 * Private to the application: opens the windows that there were at the end, or one.
 *
 * Returns: (transfer none): the one that was used last; the others are presented
 */
GtkWindow *
dites_application_restore_session (DitesApplication *self)
{
  g_autoptr (GVariant) states = g_settings_get_value (self->settings, "windows");
  gsize      n = is_kept (self) ? g_variant_n_children (states) : 0;
  GtkWindow *window = dites_application_new_window (self);

  for (gsize i = 0; i < n && DITES_IS_WINDOW (window); i++)
    {
      g_autoptr (GVariant) state = g_variant_get_child_value (states, i);

      dites_window_restore (DITES_WINDOW (window), state);
      if (i + 1 == n)
        break;
      gtk_window_present (window);
      window = dites_application_new_window (self);
    }

  return window;
}
