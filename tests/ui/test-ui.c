/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <dlfcn.h>

#include "test-ui.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif
#include <string.h>

#include "dites-focus-keeper.h"
#include "dites-row-text.h"

/* GTK 4.18 jumps to nowhere when something is announced with GTK_A11Y=test. What is called
 * here instead is the program's own, and keeps the latest for ui_announced(). */
static char *announced;

void
gtk_accessible_announce (GtkAccessible                    *self,
                         const char                       *message,
                         GtkAccessibleAnnouncementPriority priority)
{
  g_set_str (&announced, message);
}

/* What was announced last; %NULL for nothing yet. */
const char *
ui_announced (void)
{
  return announced;
}

/* How many questions of the program have no answer yet. What is called here instead of GLib's
 * counts those that the program asks itself; the others' may stay open for ever. */
static gint asked;

static void
answered (gpointer data,
          GObject *task)
{
  g_atomic_int_dec_and_test (&asked);
}

static gpointer
get_owner (gconstpointer code)
{
  Dl_info info;

  return dladdr (code, &info) != 0 ? info.dli_fbase : NULL;
}

GTask *
g_task_new (gpointer            source,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  static gsize real;
  GTask       *task;

  if (g_once_init_enter (&real))
    g_once_init_leave (&real, (gsize) dlsym (RTLD_NEXT, "g_task_new"));
  task = ((GTask * (*) (gpointer, GCancellable *, GAsyncReadyCallback, gpointer)) real) (source, cancellable, callback, user_data);
  if (get_owner (__builtin_return_address (0)) == get_owner (answered))
    {
      g_atomic_int_inc (&asked);
      g_object_weak_ref (G_OBJECT (task), answered, NULL);
    }

  return task;
}

/* In the order in which one refers to another. */
static const char *const kinds[] = { "semester", "site", "partner", "housing", "intern", "placement", "tenancy" };

/* Puts the documents of the desk folder into a store. */
void
ui_load_documents (Desk *desk)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat (kinds[i], ".json", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("DITES_TEST_DESK"), name, NULL);
      g_autofree char *json = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &json, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (desk_load (desk, kinds[i], json), ==, 0);
    }
}

/* The memory is the process's: what the test before has set is still there. */
GSettings *
ui_new_settings (void)
{
  GSettings *settings = g_settings_new ("org.gers.Dites32");
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);

  return settings;
}

static void
set_up (Ui *ui)
{
  desk_set_up (&ui->desk, NULL);
  ui->watched = g_ptr_array_new ();
  ui->settings = ui_new_settings ();
}

static void
set_up_with_documents (Ui           *ui,
                       gconstpointer data)
{
  set_up (ui);
  ui_load_documents (&ui->desk);
}

static void
set_up_empty (Ui           *ui,
              gconstpointer data)
{
  set_up (ui);
}

/* How long something is waited for, in microseconds: ten seconds, or as many times longer as
 * DITES_PATIENCE says. */
gint64
ui_get_patience (void)
{
  const char *times = g_getenv ("DITES_PATIENCE");

  return (gint64) (10 * G_USEC_PER_SEC * (times != NULL ? g_ascii_strtod (times, NULL) : 1));
}

static gboolean
is_gone (Ui *ui)
{
  for (guint i = 0; i < ui->watched->len; i++)
    if (*(gpointer *) ui->watched->pdata[i] != NULL)
      return FALSE;

  return TRUE;
}

static void
tear_down (Ui           *ui,
           gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + UI_PATIENCE;

  ui_close (ui);
  g_clear_pointer (&announced, g_free);
  /* What was asked of the store is still answered, and holds who asked. */
  while ((!is_gone (ui) || G_OBJECT (ui->desk.store)->ref_count > 1 || G_OBJECT (ui->settings)->ref_count > 1) && g_get_monotonic_time () < end)
    ui_settle ();
  for (guint i = 0; i < ui->watched->len; i++)
    {
      gpointer *watched = ui->watched->pdata[i];

      if (*watched != NULL)
        g_error ("%s leaks: %u references are left", G_OBJECT_TYPE_NAME (*watched), G_OBJECT (*watched)->ref_count);
      g_free (watched);
    }
  g_ptr_array_unref (ui->watched);
  if (G_OBJECT (ui->desk.store)->ref_count > 1 || G_OBJECT (ui->settings)->ref_count > 1)
    g_error ("Something that has the store or the settings leaks");
  g_assert_finalize_object (ui->settings);
  desk_tear_down (&ui->desk, NULL);
}

/* Starts the toolkit without motion: what is asked for is there at once. */
void
ui_test_init (int    *argc,
              char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Adds a test on a store with a few documents. */
void
ui_test_add (const char *path,
             UiTest      test)
{
  g_test_add (path, Ui, NULL, set_up_with_documents, test, tear_down);
}

/* The same, for a test that is told what to do. */
void
ui_test_add_with_data (const char   *path,
                       UiTest        test,
                       gconstpointer data)
{
  g_test_add (path, Ui, data, set_up_with_documents, test, tear_down);
}

/* Adds a test on a store that nobody has written to. */
void
ui_test_add_empty (const char *path,
                   UiTest      test)
{
  g_test_add (path, Ui, NULL, set_up_empty, test, tear_down);
}

/* The test fails if the object is still there at its end. */
void
ui_watch (Ui      *ui,
          gpointer object)
{
  gpointer *watched = g_new (gpointer, 1);

  *watched = object;
  g_object_add_weak_pointer (object, watched);
  g_ptr_array_add (ui->watched, watched);
}

/* Shows a page, a dialog, a widget or a window, and waits until it is painted. All but
 * windows are shown in one of 900 × 700; the widget must be gone at the end of the test. */
GtkWindow *
ui_present (Ui        *ui,
            GtkWidget *widget)
{
  ui_watch (ui, widget);
  if (GTK_IS_WINDOW (widget))
    ui->window = GTK_WINDOW (widget);
  else
    {
      ui->window = GTK_WINDOW (adw_window_new ());
      ui_watch (ui, ui->window);
      gtk_window_set_default_size (ui->window, 900, 700);
      dites_focus_keeper_install (ui->window);
      adw_window_set_content (ADW_WINDOW (ui->window), ADW_IS_DIALOG (widget) ? adw_bin_new () : widget);
    }
  gtk_window_present (ui->window);
  /* With the focus, too: without it the shadow has another size, which would move what is measured. */
  ui_wait_for (gtk_widget_get_width (GTK_WIDGET (ui->window)) > 0 && gtk_window_is_active (ui->window));
  if (ADW_IS_DIALOG (widget))
    {
      adw_dialog_present (ADW_DIALOG (widget), GTK_WIDGET (ui->window));
      ui_wait_for (gtk_widget_get_mapped (widget));
    }
  ui_settle ();

  return ui->window;
}

/* Gives the window another size; fails if what it shows asks for more. */
void
ui_resize (Ui *ui,
           int width,
           int height)
{
  /* Where nothing can be seen through, a window has a frame instead of a shadow. */
  int    frame = gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (ui->window))) - gtk_widget_get_width (GTK_WIDGET (ui->window));
  gint64 end = g_get_monotonic_time () + UI_PATIENCE;

  gtk_window_set_default_size (ui->window, width + frame, height + frame);
  while (gtk_widget_get_width (GTK_WIDGET (ui->window)) != width && g_get_monotonic_time () < end)
    ui_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), ==, width);
}

/* Where a text is being typed in a window that goes, GTK 4.18 makes itself a GtkActionMuxer for a widget that
 * it has let go of, and loses it. What is allocated meanwhile is not looked for. */
static void
destroy (GtkWindow *window)
{
#ifdef __SANITIZE_ADDRESS__
  __lsan_disable ();
#endif
  gtk_window_destroy (window);
#ifdef __SANITIZE_ADDRESS__
  __lsan_enable ();
#endif
}

/* A dialog that is closed takes another way than one whose window goes, and what it holds must go
 * with it. */
static void
close_dialogs (Ui *ui)
{
  AdwWindow *window = ADW_WINDOW (ui->window);
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (window)) != NULL)
    {
      ui_watch (ui, adw_dialog_get_child (dialog));
      adw_dialog_force_close (dialog);
      ui_wait_for (adw_window_get_visible_dialog (window) != dialog);
    }
}

/* Closes the window of ui_present() and the dialogs in it; what it showed must go with it. */
void
ui_close (Ui *ui)
{
  if (ui->window == NULL)
    return;

  if (ADW_IS_WINDOW (ui->window))
    close_dialogs (ui);
  destroy (ui->window);
  ui->window = NULL;
  ui_settle ();
}

/* A few frames. */
#define QUIET (50 * G_TIME_SPAN_MILLISECOND)

/* Lets everything that waits for its turn or for an answer happen, and a frame or two after it. Where
 * each frame asks for another, as a spinner does, there is always something: a second of it is enough. */
void
ui_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;
  gint64 quiet = g_get_monotonic_time () + QUIET;

  while (g_get_monotonic_time () < quiet || (g_main_context_pending (NULL) && g_get_monotonic_time () < end))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      if (g_atomic_int_get (&asked) > 0 && g_get_monotonic_time () < end)
        quiet = g_get_monotonic_time () + QUIET;
    }
}

static gboolean
has_text (GtkWidget  *widget,
          const char *property,
          const char *name)
{
  GParamSpec      *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  if (pspec == NULL || pspec->value_type != G_TYPE_STRING || !(pspec->flags & G_PARAM_READABLE))
    return FALSE;

  g_object_get (widget, property, &text, NULL);
  if (text == NULL)
    return FALSE;

  /* Without the mark of the mnemonic. */
  plain = g_strdup (text);
  for (char *mark = strchr (plain, '_'); mark != NULL; mark = strchr (mark, '_'))
    memmove (mark, mark + 1, strlen (mark));

  return strcmp (text, name) == 0 || strcmp (plain, name) == 0;
}

/* Whether a widget is called so, for those who see it or hear it. */
gboolean
ui_has_name (GtkWidget  *widget,
             const char *name)
{
  static const char *const properties[] = { "label", "title", "tooltip-text", "placeholder-text" };
  g_autofree char         *other = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (has_text (widget, properties[i], name))
      return TRUE;

  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return other == NULL;
}

static gboolean
is_wanted (GtkWidget  *widget,
           GType       type,
           const char *name)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) && (name == NULL || ui_has_name (widget, name));
}

/* The first widget of a type and name (%NULL: any) that can be seen, at or below @root; %NULL if there is none. */
GtkWidget *
ui_find (GtkWidget  *root,
         GType       type,
         const char *name)
{
  if (is_wanted (root, type, name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Waits for a widget of a type and name, and fails without it. */
GtkWidget *
ui_get (GtkWidget  *root,
        GType       type,
        const char *name)
{
  GtkWidget *found = NULL;
  gint64     end = g_get_monotonic_time () + UI_PATIENCE;

  while ((found = ui_find (root, type, name)) == NULL && g_get_monotonic_time () < end)
    ui_settle ();
  if (found == NULL)
    g_error ("There is no %s “%s” in the %s", g_type_name (type), name != NULL ? name : "", G_OBJECT_TYPE_NAME (root));

  return found;
}

/* How many widgets of a type and name (%NULL: any) can be seen, at or below @root. */
guint
ui_count (GtkWidget  *root,
          GType       type,
          const char *name)
{
  guint count = is_wanted (root, type, name) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += ui_count (child, type, name);

  return count;
}

/* Whether a label, or a line in a row of a list, with this text can be seen. */
gboolean
ui_shows (GtkWidget  *root,
          const char *text)
{
  return ui_find (root, GTK_TYPE_LABEL, text) != NULL || ui_find (root, DITES_TYPE_ROW_TEXT, text) != NULL;
}

/* Presses a button, row or switch as Enter would; it must be sensitive. */
void
ui_press (GtkWidget *widget)
{
  g_assert_true (gtk_widget_is_sensitive (widget));
  if (ADW_IS_ACTION_ROW (widget))
    adw_action_row_activate (ADW_ACTION_ROW (widget));
  else if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
  ui_settle ();
}

/* Puts a text into a field and leaves it, as Enter does. */
void
ui_type (GtkWidget  *widget,
         const char *text)
{
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));

  g_assert_true (gtk_widget_is_sensitive (widget));
  gtk_widget_grab_focus (widget);
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
  g_signal_emit_by_name (delegate != NULL ? delegate : widget, "activate");
  ui_settle ();
}

/* (transfer full) (nullable): the text, or else the JSON, of a member of a stored document. */
char *
ui_dup_stored (Ui         *ui,
               const char *id,
               const char *member)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (ui->desk.store, NULL);
  g_autoptr (DitesDocument) document = dites_reader_get (reader, id, NULL);
  DitesJson value;
  char     *text;

  if (document == NULL)
    return NULL;

  text = dites_document_dup_string (document, member);
  if (text == NULL && dites_document_get (document, member, &value))
    text = g_strndup (value.text, value.length);

  return text;
}
