/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-focus-keeper.h"

/* What is above the focus of a window and is hidden or taken out, GTK 4.18 holds until the next frame is painted,
 * to move the focus from there. Where that happens again before the frame, it forgets to let go of the former,
 * which then stays for ever with all that is in it. libadwaita 1.7 does so where a breakpoint within what another
 * one changes changes too, and where it closes a dialog that still has the focus. */

/* In how many frames what a breakpoint has hidden is there again. */
#define FRAMES 4

typedef struct
{
  GtkWindow *window;
  GtkWidget *focus; /* (nullable): the focus of the window, while it is watched */
  GtkWidget *away;  /* (nullable): what had the focus until a breakpoint hid it */
  guint      frames;
  guint      frames_id;
} Keeper;

/* Keys go where the focus is; without any there would be no way on by keyboard. */
static void
ensure_focus (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus == NULL || focus == GTK_WIDGET (window))
    gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
}

/* The text in a field stays selected as it was. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Keeper  *self = user_data;
  gboolean back = self->away != NULL && gtk_widget_get_mapped (self->away);

  if (!back && --self->frames > 0)
    return G_SOURCE_CONTINUE;

  self->frames_id = 0;
  if (back)
    gtk_root_set_focus (GTK_ROOT (self->window), self->away);
  else
    ensure_focus (self->window);
  g_clear_weak_pointer (&self->away);

  return G_SOURCE_REMOVE;
}

/* A breakpoint hides what it changes for a frame; meanwhile the window itself has the focus. */
static void
hidden_cb (Keeper *self)
{
  GtkWidget *around = gtk_widget_get_parent (self->focus);

  while (around != NULL && !gtk_widget_get_mapped (around))
    around = gtk_widget_get_parent (around);
  if (around == NULL || !ADW_IS_BREAKPOINT_BIN (around))
    return;

  if (self->away == NULL)
    g_set_weak_pointer (&self->away, self->focus);
  self->frames = FRAMES;
  if (self->frames_id == 0)
    self->frames_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->window), frame_cb, self, NULL);
  gtk_root_set_focus (GTK_ROOT (self->window), GTK_WIDGET (self->window));
}

static void
watch_focus_cb (Keeper *self)
{
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_func (self->focus, hidden_cb, self);
  g_set_weak_pointer (&self->focus, gtk_window_get_focus (self->window));
  if (self->focus != NULL)
    g_signal_connect_swapped (self->focus, "unmap", G_CALLBACK (hidden_cb), self);
}

static gboolean
let_go_cb (gpointer dialog)
{
  return G_SOURCE_REMOVE;
}

/* Whoever closes a dialog with the pointer holds it meanwhile. A screen reader's press does not, and
 * then libadwaita 1.7 goes on with a dialog that is no more: it lives until it is quite closed. */
static void
dialog_closed_cb (AdwDialog *dialog,
                  GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go_cb, g_object_ref (dialog), g_object_unref);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)))
    return;

  /* Nothing had the focus before the dialog. */
  gtk_window_set_focus (window, NULL);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (window);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)))
    gtk_window_set_focus (window, NULL);
}

static void
dialog_shown_cb (GtkWindow *window)
{
  g_autoptr (AdwDialog) dialog = NULL;

  g_object_get (window, "visible-dialog", &dialog, NULL);
  if (dialog == NULL)
    return;

  g_signal_handlers_disconnect_by_func (dialog, dialog_closed_cb, window);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (dialog_closed_cb), window, G_CONNECT_DEFAULT);
}

static void
keeper_free (gpointer data)
{
  Keeper *self = data;

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_func (self->focus, hidden_cb, self);
  g_clear_weak_pointer (&self->focus);
  g_clear_weak_pointer (&self->away);
  g_free (self);
}

/**
 * dites_focus_keeper_install:
 * @window: an #AdwWindow or #AdwApplicationWindow
 *
 * Has what breakpoints hide and dialogs held go when it is not needed any more, and each dialog live until it
 * is quite closed. The focus stays where it was while breakpoints change.
 */
void
dites_focus_keeper_install (GtkWindow *window)
{
  Keeper *self = g_new0 (Keeper, 1);

  self->window = window;
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (watch_focus_cb), self);
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialog_shown_cb), NULL);
  g_object_set_data_full (G_OBJECT (window), "dites-focus-keeper", self, keeper_free);
}
