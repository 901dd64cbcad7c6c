/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-focus-keeper.h"
#include "dites-heading.h"
#include "dites-plan-page.h"
#include "dites-window-private.h"

/**
 * DitesWindow:
 *
 * Arranges the pages: the sidebar of kinds, the list of one kind, a document, and
 * over them a list that is being imported. What is asked for anywhere comes to it
 * as an action; it holds no state but what is shown.
 */

typedef enum
{
  PROP_STORE = 1,
  PROP_SETTINGS,
  PROP_FOLDED,
} DitesWindowProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

G_DEFINE_FINAL_TYPE (DitesWindow, dites_window, ADW_TYPE_APPLICATION_WINDOW)

/* How many documents one can go back to. */
#define MAX_VISITED 50

DitesListPage *
dites_window_get_list_page (DitesWindow *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_sidebar (self->inner);

  return DITES_IS_LIST_PAGE (page) ? DITES_LIST_PAGE (page) : NULL;
}

DitesDocumentPage *
dites_window_get_document_page (DitesWindow *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->inner);

  return DITES_IS_DOCUMENT_PAGE (page) ? DITES_DOCUMENT_PAGE (page) : NULL;
}

/* What is shown now is where one comes back to. */
void
dites_window_remember_shown (DitesWindow *self)
{
  DitesDocumentPage *page = dites_window_get_document_page (self);

  if (page != NULL)
    {
      g_ptr_array_add (self->visited, g_strdup (dites_document_page_get_id (page)));
      if (self->visited->len > MAX_VISITED)
        g_ptr_array_remove_index (self->visited, 0);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->visited->len > 0);
}

void
dites_window_show_document_page (DitesWindow       *self,
                                 DitesDocumentPage *page)
{
  DitesListPage *list = dites_window_get_list_page (self);

  dites_window_keep_refused (self);
  if (page != NULL)
    g_object_bind_property (self->inner, "collapsed", page, "narrow", G_BINDING_SYNC_CREATE);
  adw_navigation_split_view_set_content (self->inner, page != NULL ? ADW_NAVIGATION_PAGE (page) : self->nothing);
  adw_navigation_split_view_set_show_content (self->inner, page != NULL);
  if (list != NULL)
    dites_list_page_set_shown (list, page != NULL ? dites_document_page_get_id (page) : NULL);
  dites_window_tell_state (self);
}

/* At the lower edge is what can be done with the rows that are being chosen: a toast stands above it. */
static void
place_toasts (DitesWindow *self)
{
  DitesListPage *list = dites_window_get_list_page (self);
  gboolean       selecting = FALSE;

  if (list != NULL)
    g_object_get (list, "selecting", &selecting, NULL);
  if (selecting)
    gtk_widget_add_css_class (GTK_WIDGET (self->toast_overlay), "above-bar");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toast_overlay), "above-bar");
}

void
dites_window_show_list_page (DitesWindow   *self,
                             DitesListPage *page)
{
  adw_navigation_split_view_set_sidebar (self->inner, ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  adw_navigation_split_view_set_show_content (self->outer, TRUE);
  g_signal_connect_object (page, "notify::search", G_CALLBACK (dites_window_tell_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::selecting", G_CALLBACK (place_toasts), self, G_CONNECT_SWAPPED);
  place_toasts (self);
  dites_window_tell_state (self);
}

/* The latest toast replaces those before it: nobody reads three. */
void
dites_window_tell (DitesWindow *self,
                   const char  *message,
                   gboolean     undo)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (undo)
    {
      /* Ctrl+Z does it; the mark of a mnemonic would be read out with the toast (libadwaita 1.7). */
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
dites_window_tell_error (DitesWindow  *self,
                         const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dites_window_tell (self, error->message, FALSE);
}

/* Has what is being typed taken over, which is when its field is left; the cursor stays there. */
void
dites_window_take_over (DitesWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  g_autoptr (GtkWidget) focus = gtk_window_get_focus (window);

  if (focus == NULL)
    return;

  g_object_ref (focus);
  gtk_window_set_focus (window, NULL);
  if (gtk_widget_get_root (focus) == GTK_ROOT (self))
    gtk_window_set_focus (window, focus);
}

void
dites_window_update_history (DitesWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", dites_store_get_undo_name (self->store) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", dites_store_get_redo_name (self->store) != NULL);
}

static gboolean
is_on_shown_page (GtkWidget *widget)
{
  for (; !GTK_IS_ROOT (widget); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (parent == NULL)
        return FALSE;
      if (ADW_IS_NAVIGATION_VIEW (parent) && GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (parent))) != widget)
        return FALSE;
    }

  return TRUE;
}

/* How many of the two split views show one page at a time. GTK 4.18 loses a reference on
 * each page above the focus that gets another parent, so the focus is away meanwhile; where a
 * breakpoint has hidden it, it already is, and comes back by itself. */
static void
set_folded (DitesWindow *self,
            guint        folded)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->folded = folded;
  if (focus != NULL)
    g_object_ref (focus);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  adw_navigation_split_view_set_collapsed (self->inner, folded > 1);
  adw_navigation_split_view_set_collapsed (self->outer, folded > 0);
  if (focus != NULL && !gtk_widget_is_ancestor (GTK_WIDGET (self->views), focus) && is_on_shown_page (focus))
    gtk_widget_grab_focus (focus);
  else if (focus != NULL)
    /* Keys go where the focus is; without any there would be no way back by keyboard. */
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
  g_clear_object (&focus);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
flushed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->closing = FALSE;
  if (dites_editor_flush_finish (DITES_EDITOR (object), result, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    dites_window_tell_error (self, error);
}

static gboolean
dites_window_close_request (GtkWindow *window)
{
  DitesWindow       *self = DITES_WINDOW (window);
  DitesDocumentPage *page = dites_window_get_document_page (self);
  DitesEditor       *editor;

  if (self->closing)
    return GDK_EVENT_STOP;

  /* A field is taken over when it is left. */
  gtk_window_set_focus (window, NULL);
  if (dites_window_tell_refused (self))
    return GDK_EVENT_STOP;

  editor = page != NULL ? dites_document_page_get_editor (page) : NULL;
  if (editor != NULL && dites_editor_is_saving (editor))
    {
      self->closing = TRUE;
      dites_editor_flush_async (editor, NULL, flushed_cb, g_object_ref (self));
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (dites_window_parent_class)->close_request (window);
}

static void
dites_window_constructed (GObject *object)
{
  DitesWindow     *self = DITES_WINDOW (object);
  g_autofree char *kind = NULL;

  G_OBJECT_CLASS (dites_window_parent_class)->constructed (object);

  /* A new window has the size of the one that was changed last; it does not follow it. */
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);

  self->sidebar = dites_sidebar_page_new (self->store);
  adw_navigation_split_view_set_sidebar (self->outer, ADW_NAVIGATION_PAGE (self->sidebar));
  g_object_bind_property (self->outer, "collapsed", self->sidebar, "narrow", G_BINDING_SYNC_CREATE);

  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (dites_sidebar_page_refresh), self->sidebar, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "history-changed", G_CALLBACK (dites_window_update_history), self, G_CONNECT_SWAPPED);
  dites_window_update_history (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", FALSE);
  dites_window_init_import (self);

  kind = g_settings_get_string (self->settings, "shown-kind");
  dites_window_show_kind (self, dites_kind_get (kind) != NULL ? kind : "intern");
}

static void
dites_window_dispose (GObject *object)
{
  DitesWindow *self = DITES_WINDOW (object);

  g_clear_object (&self->set_aside);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_handle_id (&self->step_id, g_source_remove);
  g_clear_object (&self->stepping);
  g_clear_pointer (&self->refused, g_hash_table_unref);
  g_clear_pointer (&self->visited, g_ptr_array_unref);

  G_OBJECT_CLASS (dites_window_parent_class)->dispose (object);
}

static void
dites_window_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DitesWindow *self = DITES_WINDOW (object);

  switch ((DitesWindowProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_uint (value, self->folded);
      break;

    case PROP_STORE:
    case PROP_SETTINGS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_window_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DitesWindow *self = DITES_WINDOW (object);

  switch ((DitesWindowProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    case PROP_FOLDED:
      set_folded (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_window_class_init (DitesWindowClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_window_constructed;
  object_class->dispose = dites_window_dispose;
  object_class->get_property = dites_window_get_property;
  object_class->set_property = dites_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = dites_window_close_request;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE, flags);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  properties[PROP_FOLDED] = g_param_spec_uint ("folded", NULL, NULL, 0, 2, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dites-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, DitesWindow, views);
  gtk_widget_class_bind_template_child (widget_class, DitesWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, DitesWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, DitesWindow, nothing);

  dites_window_class_install_state (klass);
  dites_window_class_install_actions (widget_class);
  dites_window_class_install_exports (widget_class);
  dites_window_class_install_files (widget_class);
}

static void
dites_window_init (DitesWindow *self)
{
  self->visited = g_ptr_array_new_with_free_func (g_free);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  dites_focus_keeper_install (GTK_WINDOW (self));
  dites_heading_mark (GTK_WIDGET (self->nothing), adw_navigation_page_get_title (self->nothing));
  if (g_str_has_suffix (APPLICATION_ID, ".Devel"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

/**
 * dites_window_new:
 * @application: the application
 * @store: what it shows
 * @settings: where its size and page are remembered
 *
 * Returns: (transfer none): a window, which the application owns
 */
DitesWindow *
dites_window_new (DitesApplication *application,
                  DitesStore       *store,
                  GSettings        *settings)
{
  return g_object_new (DITES_TYPE_WINDOW, "application", application, "store", store, "settings", settings, NULL);
}

/**
 * dites_window_show_kind:
 * @self: a window
 * @kind: the name of a kind
 *
 * Shows the list of a kind.
 */
void
dites_window_show_kind (DitesWindow *self,
                        const char  *kind)
{
  DitesListPage *page = dites_window_get_list_page (self);

  if (page == NULL || dites_list_page_is_narrowed (page) || strcmp (dites_list_page_get_kind (page)->name, kind) != 0)
    {
      dites_window_show_document_page (self, NULL);
      dites_window_show_list_page (self, dites_list_page_new (self->store, self->settings, kind));
      g_settings_set_string (self->settings, "shown-kind", kind);
    }
  else
    adw_navigation_split_view_set_show_content (self->outer, TRUE);
  dites_sidebar_page_set_shown (self->sidebar, kind);
}

/**
 * dites_window_open_document:
 * @self: a window
 * @id: the id of a document
 *
 * Shows a document, and the list of its kind beside it.
 */
void
dites_window_open_document (DitesWindow *self,
                            const char  *id)
{
  g_autoptr (DitesEditor) editor = NULL;
  g_autoptr (DitesDocumentPage) kept = NULL;
  g_autofree char   *key = NULL;
  g_autofree char   *kind = g_strndup (id, strcspn (id, ":"));
  DitesDocumentPage *page = dites_window_get_document_page (self);
  DitesListPage     *list = dites_window_get_list_page (self);

  if (dites_kind_get (kind) == NULL)
    return;

  if (page != NULL && strcmp (dites_document_page_get_id (page), id) == 0)
    {
      adw_navigation_split_view_set_show_content (self->inner, TRUE);
      return;
    }
  dites_window_remember_shown (self);
  if (list == NULL || strcmp (dites_list_page_get_kind (list)->name, kind) != 0)
    dites_window_show_kind (self, kind);
  if (g_hash_table_steal_extended (self->refused, id, (gpointer *) &key, (gpointer *) &kept))
    {
      dites_window_show_document_page (self, kept);
      return;
    }
  editor = dites_editor_new (self->store, id);
  dites_window_show_document_page (self, dites_document_page_new (editor));
}

/**
 * dites_window_get_help_page:
 * @self: a window
 *
 * Returns: the page of the help that fits what is shown
 */
const char *
dites_window_get_help_page (DitesWindow *self)
{
  DitesDocumentPage *page = dites_window_get_document_page (self);

  if (DITES_IS_PLAN_PAGE (adw_navigation_view_get_visible_page (self->views)))
    return "import";
  if (page == NULL || !adw_navigation_split_view_get_show_content (self->inner))
    return "find";

  return strcmp (dites_editor_get_kind (dites_document_page_get_editor (page))->name, "housing") == 0 ? "home" : "edit";
}
