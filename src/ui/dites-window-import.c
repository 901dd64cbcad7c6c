/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-plan-page.h"
#include "dites-window-private.h"

/* The ways in for lists: dropped, chosen, pasted, given on the command line. All lead
 * to a page that says what the import would do. A page that somebody leaves with
 * answers on it is kept, to be gone on with. */

static void
show_imports (DitesWindow *self,
              GListModel  *imports)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->views);
  DitesPlanPage     *page;

  if (DITES_IS_PLAN_PAGE (visible))
    {
      dites_plan_page_add (DITES_PLAN_PAGE (visible), imports);
      return;
    }

  page = dites_plan_page_new (imports);
  g_object_bind_property (self, "folded", page, "folded", G_BINDING_SYNC_CREATE);
  adw_navigation_view_push (self->views, ADW_NAVIGATION_PAGE (page));
}

static gboolean
is_set_aside (DitesWindow *self,
              GFile       *file)
{
  GFile *other = self->set_aside != NULL ? dites_import_get_file (dites_plan_page_get_import (self->set_aside)) : NULL;

  return other != NULL && g_file_equal (file, other);
}

static void
resume_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DitesWindow *self = DITES_WINDOW (widget);
  g_autoptr (DitesPlanPage) page = g_steal_pointer (&self->set_aside);

  gtk_widget_action_set_enabled (widget, "win.resume-import", FALSE);
  if (page == NULL)
    return;

  adw_navigation_view_push (self->views, ADW_NAVIGATION_PAGE (page));
  dites_plan_page_resume (page);
}

/* Nothing is asked on the way out: what was answered stays. */
static void
popped_cb (DitesWindow       *self,
           AdwNavigationPage *page)
{
  g_autofree char *message = NULL;
  AdwToast        *toast;

  if (!DITES_IS_PLAN_PAGE (page) || !dites_plan_page_has_answers (DITES_PLAN_PAGE (page)))
    return;

  g_set_object (&self->set_aside, DITES_PLAN_PAGE (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.resume-import", TRUE);

  /* Translators: %s is the name of a file whose import somebody left without doing it. */
  message = g_strdup_printf (_("“%s” was set aside with its decisions"), dites_import_get_name (dites_plan_page_get_import (self->set_aside)));
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Resume"));
  adw_toast_set_action_name (toast, "win.resume-import");
  adw_toast_set_timeout (toast, 15);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/**
 * dites_window_import:
 * @self: a window
 * @files: (array length=n_files): lists, or what is taken for them
 * @n_files: how many
 *
 * Shows what the import of the files would do.
 */
void
dites_window_import (DitesWindow *self,
                     GFile      **files,
                     int          n_files)
{
  g_autoptr (GListStore) imports = g_list_store_new (DITES_TYPE_IMPORT);

  if (n_files == 0)
    return;
  if (n_files == 1 && is_set_aside (self, files[0]))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.resume-import", NULL);
      return;
    }

  for (int i = 0; i < n_files; i++)
    {
      g_autoptr (DitesImport) import = dites_import_new (self->store, files[i]);

      g_list_store_append (imports, import);
    }
  show_imports (self, G_LIST_MODEL (imports));
}

static void
import_file_list (DitesWindow *self,
                  GdkFileList *list)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GSList) held = gdk_file_list_get_files (list);

  for (GSList *l = held; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  dites_window_import (self, (GFile **) files->pdata, files->len);
}

static void
files_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (chosen == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        dites_window_tell_error (self, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  dites_window_import (self, (GFile **) files->pdata, files->len);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) lists = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (lists, _("Lists"));
  gtk_file_filter_add_suffix (lists, "csv");
  gtk_file_filter_add_suffix (lists, "tsv");
  gtk_file_filter_add_suffix (lists, "txt");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, lists);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _("Import a List"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (widget), NULL, files_chosen_cb, g_object_ref (widget));
}

/* A word or a sentence is no list, and may well be in the clipboard by chance. */
static gboolean
may_be_list (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return strpbrk (trimmed, "\n\r") != NULL;
}

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);
  g_autoptr (GListStore) imports = g_list_store_new (DITES_TYPE_IMPORT);
  g_autoptr (DitesImport) import = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || !may_be_list (text))
    {
      dites_window_tell (self, _("To paste a list, copy its cells together with their headers"), FALSE);
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  import = dites_import_new_for_bytes (self->store, bytes, _("Pasted List"));
  g_list_store_append (imports, import);
  show_imports (self, G_LIST_MODEL (imports));
}

static gboolean
is_picture (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);

  return g_str_has_prefix (type, "image/");
}

/* The home that is shown takes photos. */
static gboolean
takes_photos (DitesWindow *self)
{
  DitesDocumentPage *page = dites_window_get_document_page (self);

  return page != NULL && dites_document_page_has_photos (page);
}

static guint
count_pictures (GSList *files)
{
  guint n = 0;

  for (GSList *l = files; l != NULL; l = l->next)
    n += is_picture (l->data);

  return n;
}

/* Whether files become photos of the home that is shown. */
static gboolean
are_for_photos (DitesWindow *self,
                GSList      *files)
{
  return files != NULL && count_pictures (files) == g_slist_length (files) && takes_photos (self);
}

/* Whether some files are pictures and others are not. */
static gboolean
are_mixed (GSList *files)
{
  guint n_pictures = count_pictures (files);

  return n_pictures > 0 && n_pictures < g_slist_length (files);
}

/* Pictures and lists that come together go each where they belong; what has no place is said to be left out. */
static void
take_mixed (DitesWindow *self,
            GSList      *files)
{
  g_autoptr (GSList) pictures = NULL;
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autofree char *message = NULL;
  guint            n_pictures = count_pictures (files);

  for (GSList *l = files; l != NULL; l = l->next)
    if (is_picture (l->data))
      pictures = g_slist_append (pictures, l->data);
    else
      g_ptr_array_add (lists, l->data);

  if (takes_photos (self))
    {
      DitesDocumentPage *page = dites_window_get_document_page (self);

      /* Translators: %s is the name of a home. */
      message = g_strdup_printf (_("The photos are added to “%s”"), dites_editor_get_title (dites_document_page_get_editor (page)));
      dites_document_page_add_photos (page, pictures);
    }
  else
    message = g_strdup_printf (ngettext ("%u photo was left out: open its home, then drop it there",
                                         "%u photos were left out: open their home, then drop them there", n_pictures),
                               n_pictures);

  dites_window_import (self, (GFile **) lists->pdata, lists->len);
  dites_window_tell (self, message, FALSE);
}

static void
take_files (DitesWindow *self,
            GdkFileList *files)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (files);

  if (are_for_photos (self, list))
    dites_document_page_add_photos (dites_window_get_document_page (self), list);
  else if (are_mixed (list))
    take_mixed (self, list);
  else
    import_file_list (self, files);
}

static void
files_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (value != NULL)
    take_files (self, g_value_get_boxed (value));
  else
    dites_window_tell_error (self, error);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DitesWindow       *self = DITES_WINDOW (widget);
  DitesDocumentPage *page = dites_window_get_document_page (self);
  GdkClipboard      *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) &&
           !gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    {
      if (page != NULL && dites_document_page_has_photos (page))
        gtk_widget_activate_action (GTK_WIDGET (page), "document.paste-photo", NULL);
      else
        dites_window_tell (self, _("Photos are added to a home: open the home, then paste them"), FALSE);
    }
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
}

/* A home takes pictures itself. */
static gboolean
is_home_shown (DitesWindow *self)
{
  DitesDocumentPage *page = dites_window_get_document_page (self);

  return page != NULL && adw_navigation_split_view_get_show_content (self->inner) &&
         !DITES_IS_PLAN_PAGE (adw_navigation_view_get_visible_page (self->views)) &&
         strcmp (dites_editor_get_kind (dites_document_page_get_editor (page))->name, "housing") == 0;
}

/* What will happen when what is held over the window is let go. */
static void
describe_drop (DitesWindow  *self,
               const GValue *value)
{
  g_autoptr (GSList) files = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;
  guint       n = g_slist_length (files);
  gboolean    mixed = are_mixed (files);
  gboolean    picture = n > 0 && !mixed && is_picture (files->data);
  const char *title = picture ? _("Not Here") : _("Drop to Import");
  g_autofree char *description = NULL;

  if (are_for_photos (self, files))
    {
      title = _("Drop to Add Photos");
      description = g_strdup (_("They are added to the home that is shown."));
    }
  else if (mixed && takes_photos (self))
    description = g_strdup (_("The photos are added to the home that is shown; what the list would change is shown before it is written."));
  else if (mixed)
    description = g_strdup (_("The photos are left out: they are added to a home that is open. What the list would change is shown first."));
  else if (picture)
    description = g_strdup (_("Photos are added to a home: open the home, then drop them on it."));
  else if (n > 1)
    description = g_strdup_printf (_("The %u lists are shown one after the other. Nothing is written before “Import”."), n);
  else
    description = g_strdup (_("What the list would change is shown first. Nothing is written before “Import”."));

  adw_status_page_set_icon_name (self->drop_hint, picture ? "image-x-generic-symbolic" : "document-open-symbolic");
  adw_status_page_set_title (self->drop_hint, title);
  adw_status_page_set_description (self->drop_hint, description);
  /* Until it is known what is held, it may be for the home, which then takes it and says nothing to the window. */
  gtk_widget_set_visible (GTK_WIDGET (self->drop_hint), !is_home_shown (self) || (n > 0 && !picture));
}

static void
value_cb (DitesWindow   *self,
          GParamSpec    *pspec,
          GtkDropTarget *target)
{
  if (gtk_drop_target_get_current_drop (target) != NULL)
    describe_drop (self, gtk_drop_target_get_value (target));
}

static GdkDragAction
enter_cb (DitesWindow   *self,
          double         x,
          double         y,
          GtkDropTarget *target)
{
  describe_drop (self, gtk_drop_target_get_value (target));

  return GDK_ACTION_COPY;
}

static void
leave_cb (DitesWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->drop_hint), FALSE);
}

static gboolean
drop_cb (DitesWindow  *self,
         const GValue *value)
{
  leave_cb (self);
  take_files (self, g_value_get_boxed (value));

  return TRUE;
}

/* A sheet that is dragged out of the window is not for the window. */
static gboolean
accept_cb (GtkDropTarget *target,
           GdkDrop       *drop)
{
  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_match (gtk_drop_target_get_formats (target), gdk_drop_get_formats (drop));
}

static void
add_drop_target (DitesWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "notify::value", G_CALLBACK (value_cb), self);
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* The hint lies over all that the window shows, and takes nothing from it. */
static void
add_drop_hint (DitesWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->drop_hint = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->drop_hint), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self->drop_hint), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_hint), "drop-here");
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_hint), "drop-hint");

  adw_toast_overlay_set_child (self->toast_overlay, overlay);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->views));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->drop_hint));
}

/* Called once the template is there. */
void
dites_window_init_import (DitesWindow *self)
{
  add_drop_hint (self);
  add_drop_target (self);
  g_signal_connect_object (self->views, "popped", G_CALLBACK (popped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.resume-import", FALSE);
}

void
dites_window_class_install_import_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.resume-import", NULL, resume_action);

  /* Not a key of the application: those come before the entry that has the focus. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
}
