/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-bulk-dialog.h"
#include "dites-catalogue-dialog.h"
#include "dites-history-dialog.h"
#include "dites-pick-dialog.h"
#include "dites-preferences-dialog.h"
#include "dites-preview-dialog.h"

#include "test-plan.h"

/* Every page and dialog, wide and as narrow as a telephone, at the usual size of text and at
 * twice that: nothing is cut or beyond the edge, what is shortened can be read whole, nothing scrolls sideways, each has one
 * heading, and Tab leads to everything that can be used. */

/* Where a text may be shorter than it should: it is whole elsewhere on the same page. */
#define SLACK 1

typedef GtkWidget *(*Way) (Ui        *ui,
                           GtkWidget *window);

/* ---- Ways to pages and dialogs */

static GtkWidget *
go_list (Ui        *ui,
         GtkWidget *window)
{
  return window;
}

static GtkWidget *
go_search (Ui        *ui,
           GtkWidget *window)
{
  ui_type (ui_get (window, GTK_TYPE_SEARCH_ENTRY, NULL), "zzzz");
  ui_settle ();
  ui_settle ();

  return window;
}

static GtkWidget *
go_several (Ui        *ui,
            GtkWidget *window)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Select Several")), TRUE);
  ui_settle ();

  return window;
}

static GtkWidget *
open_document (GtkWidget  *window,
               const char *id)
{
  gtk_widget_activate_action (window, "win.open-document", "s", id);
  ui_settle ();
  ui_settle ();

  return window;
}

static GtkWidget *
go_intern (Ui        *ui,
           GtkWidget *window)
{
  return open_document (window, "intern:camille");
}

static GtkWidget *
go_home (Ui        *ui,
         GtkWidget *window)
{
  return open_document (window, "housing:villa");
}

static GtkWidget *
go_placement (Ui        *ui,
              GtkWidget *window)
{
  return open_document (window, "placement:camille");
}

static GtkWidget *
go_tenancy (Ui        *ui,
            GtkWidget *window)
{
  return open_document (window, "tenancy:camille");
}

static GtkWidget *
go_partner (Ui        *ui,
            GtkWidget *window)
{
  return open_document (window, "partner:rose");
}

static GtkWidget *
go_trash (Ui        *ui,
          GtkWidget *window)
{
  open_document (window, "intern:alix");
  gtk_widget_activate_action (ui_get (window, ADW_TYPE_PREFERENCES_PAGE, NULL), "document.trash", NULL);
  ui_settle ();
  gtk_widget_activate_action (window, "win.show-trash", NULL);
  ui_settle ();

  return window;
}

static GtkWidget *
go_plan (Ui        *ui,
         GtkWidget *window)
{
  g_autoptr (GFile) file = new_file (ui, "liste.csv", mixed, -1);

  dites_window_import (DITES_WINDOW (window), &file, 1);
  ui_get (window, GTK_TYPE_TOGGLE_BUTTON, "Somebody New: FICTIF Camille");

  return window;
}

static GtkWidget *
show_dialog (GtkWidget *window,
             gpointer   dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), window);
  ui_settle ();
  ui_settle ();

  return dialog;
}

static GtkWidget *
go_bulk (Ui        *ui,
         GtkWidget *window)
{
  static const char *const ids[] = { "housing:studio", NULL };
  DitesBulkDialog         *dialog = dites_bulk_dialog_new (ui->desk.store, dites_kind_get ("housing"), ids);
  AdwComboRow             *field;
  GListModel              *fields;

  show_dialog (window, dialog);
  field = ADW_COMBO_ROW (ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Field"));
  fields = adw_combo_row_get_model (field);
  /* The field with most to choose from. */
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (fields), i), "Equipment") == 0)
      adw_combo_row_set_selected (field, i);
  ui_settle ();

  return GTK_WIDGET (dialog);
}

static GtkWidget *
go_history (Ui        *ui,
            GtkWidget *window)
{
  return show_dialog (window, dites_history_dialog_new (ui->desk.store, NULL));
}

static GtkWidget *
go_pick (Ui        *ui,
         GtkWidget *window)
{
  return show_dialog (window, dites_pick_dialog_new (ui->desk.store, dites_kind_get ("site"), "Stage Sites"));
}

static GtkWidget *
go_catalogue (Ui        *ui,
              GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.new-catalogue", NULL);

  return ui_get (window, DITES_TYPE_CATALOGUE_DIALOG, NULL);
}

static GtkWidget *
go_preferences (Ui        *ui,
                GtkWidget *window)
{
  return show_dialog (window, dites_preferences_dialog_new (ui->desk.store, ui->settings));
}

static GtkWidget *
go_preview (Ui        *ui,
            GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.preview", "s", "housing:studio");

  return ui_get (window, DITES_TYPE_PREVIEW_DIALOG, NULL);
}

static const struct
{
  const char *name;
  const char *kind;
  Way         go;
} stops[] = {
  { "list-intern", "intern", go_list },
  { "list-housing", "housing", go_list },
  { "search", "intern", go_search },
  { "several", "housing", go_several },
  { "intern", "intern", go_intern },
  { "home", "housing", go_home },
  { "placement", "placement", go_placement },
  { "tenancy", "tenancy", go_tenancy },
  { "partner", "partner", go_partner },
  { "trash", "intern", go_trash },
  { "plan", "intern", go_plan },
  { "bulk", "housing", go_bulk },
  { "history", "intern", go_history },
  { "pick", "placement", go_pick },
  { "catalogue", "housing", go_catalogue },
  { "preferences", "intern", go_preferences },
  { "preview", "housing", go_preview },
};

/* ---- What may be wrong */

static void
walk (GtkWidget *widget,
      GFunc      func,
      gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  func (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    walk (child, func, data);
}

/* The page that is looked at, and what is wrong with it, a line each. */
typedef struct
{
  GtkWidget *window;
  gboolean   large; /* the text is: it may be shortened */
  GPtrArray *complaints;
} Look;

G_GNUC_PRINTF (2, 3)
static void
complain (Look       *look,
          const char *format,
          ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (look->complaints, g_strdup_vprintf (format, args));
  va_end (args);
}

/* A text that is cut can be read whole where the pointer rests on it. */
static gboolean
has_tooltip (GtkWidget *widget)
{
  for (guint i = 0; i < 8 && widget != NULL; i++, widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;

  return FALSE;
}

static void
look_at_label (Look     *look,
               GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  GtkWidget  *widget = GTK_WIDGET (label);
  int         width, height;

  if (*text == '\0' || gtk_widget_get_opacity (widget) == 0)
    return;

  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    {
      if (!look->large && !has_tooltip (widget))
        complain (look, "“%s” is shortened, and nowhere whole", text);
      return;
    }
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE)
    return;

  pango_layout_get_pixel_size (gtk_label_get_layout (label), &width, &height);
  if (gtk_widget_get_width (widget) < width - SLACK || gtk_widget_get_height (widget) < height - SLACK)
    complain (look, "“%s” is cut: %d × %d pixels of %d × %d", text, gtk_widget_get_width (widget), gtk_widget_get_height (widget), width, height);
}

static void
look_at_scrolled (Look              *look,
                  GtkScrolledWindow *scrolled)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scrolled);

  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + SLACK)
    complain (look, "a %s scrolls sideways: %d pixels in %d", G_OBJECT_TYPE_NAME (gtk_scrolled_window_get_child (scrolled)),
              (int) gtk_adjustment_get_upper (adjustment), (int) gtk_adjustment_get_page_size (adjustment));
}

static gboolean
is_seen_or_used (GtkWidget *widget)
{
  return (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0') || GTK_IS_BUTTON (widget) ||
         GTK_IS_ENTRY (widget) || GTK_IS_SWITCH (widget) || GTK_IS_IMAGE (widget);
}

/* A page within a page has its own. The toolkit's dialogs have none, nor what stands where nothing is chosen. */
static void
count_headings (GtkWidget *widget,
                guint     *n)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_HEADING)
    ++*n;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!ADW_IS_NAVIGATION_PAGE (child))
      count_headings (child, n);
}

static gboolean
is_page (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);

  return (ADW_IS_NAVIGATION_PAGE (widget) || ADW_IS_DIALOG (widget)) && g_str_has_prefix (type, "Dites") && !ADW_IS_PREFERENCES_DIALOG (widget);
}

static void
look_at_page (Look      *look,
              GtkWidget *page)
{
  guint n = 0;

  count_headings (page, &n);
  /* A dialog without room for its title has it as its name. */
  if (n > 1 || (n == 0 && !ADW_IS_DIALOG (page)))
    complain (look, "%u headings in a %s", n, G_OBJECT_TYPE_NAME (page));
}

static void
look_at (gpointer data,
         gpointer user_data)
{
  GtkWidget      *widget = data;
  Look           *look = user_data;
  graphene_rect_t bounds;

  if (GTK_IS_LABEL (widget))
    look_at_label (look, GTK_LABEL (widget));
  if (GTK_IS_SCROLLED_WINDOW (widget))
    look_at_scrolled (look, GTK_SCROLLED_WINDOW (widget));
  if (is_page (widget))
    look_at_page (look, widget);
  if (is_seen_or_used (widget) && gtk_widget_get_root (widget) == GTK_ROOT (look->window) &&
      gtk_widget_compute_bounds (widget, look->window, &bounds) && bounds.size.width > 0 &&
      (bounds.origin.x < -SLACK || bounds.origin.x + bounds.size.width > gtk_widget_get_width (look->window) + SLACK))
    complain (look, "a %s is beyond the edge, from %d to %d", G_OBJECT_TYPE_NAME (widget), (int) bounds.origin.x,
              (int) (bounds.origin.x + bounds.size.width));
}

/* ---- The keyboard */

/* Where the arrow keys lead from one to the next, and Tab past all of them. */
static gboolean
is_group (GtkWidget *widget)
{
  return GTK_IS_LIST_BASE (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_FLOW_BOX (widget) || ADW_IS_TOGGLE_GROUP (widget) ||
         ADW_IS_VIEW_SWITCHER (widget) || ADW_IS_INLINE_VIEW_SWITCHER (widget) || GTK_IS_STACK_SWITCHER (widget) || GTK_IS_CALENDAR (widget);
}

static gboolean
is_used (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget) &&
         !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_VIEWPORT (widget) && !is_group (widget) && !GTK_IS_WINDOW (widget) && !GTK_IS_POPOVER (widget);
}

static void
collect_used (gpointer data,
              gpointer user_data)
{
  if (is_used (data))
    g_ptr_array_add (user_data, data);
}

static gboolean
is_reached (GtkWidget  *widget,
            GHashTable *reached)
{
  GHashTableIter iter;
  gpointer       other;

  g_hash_table_iter_init (&iter, reached);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      /* A field is its text; a row is what is in it. */
      if (other == widget || gtk_widget_is_ancestor (other, widget))
        return TRUE;
      for (GtkWidget *group = gtk_widget_get_parent (widget); group != NULL; group = gtk_widget_get_parent (group))
        if (is_group (group) && gtk_widget_is_ancestor (other, group))
          return TRUE;
    }

  return FALSE;
}

static void
look_at_keyboard (Look      *look,
                  GtkWidget *root)
{
  GtkWindow *window = GTK_WINDOW (look->window);
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) used = g_ptr_array_new ();

  gtk_window_set_focus (window, NULL);
  for (guint i = 0; i < 500; i++)
    {
      GtkWidget *focus;

      if (!gtk_widget_child_focus (look->window, GTK_DIR_TAB_FORWARD))
        break;
      focus = gtk_window_get_focus (window);
      if (focus == NULL || g_hash_table_contains (reached, focus))
        break;
      g_hash_table_add (reached, focus);
    }

  walk (root, collect_used, used);
  for (guint i = 0; i < used->len; i++)
    if (!is_reached (used->pdata[i], reached))
      {
        g_autofree char *name = NULL;

        if (g_object_class_find_property (G_OBJECT_GET_CLASS (used->pdata[i]), "label") != NULL)
          g_object_get (used->pdata[i], "label", &name, NULL);
        if (name == NULL)
          name = g_strdup (gtk_widget_get_tooltip_text (used->pdata[i]));
        complain (look, "Tab does not lead to a %s “%s”", G_OBJECT_TYPE_NAME (used->pdata[i]), name != NULL ? name : "");
      }
}

/* ---- All of them */

typedef struct
{
  int    width;
  double scale;
} Size;

static void
test_pages (Ui           *ui,
            gconstpointer data)
{
  const Size *size = data;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * size->scale), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
      Look       look = { NULL, size->scale > 1, complaints };
      GtkWidget *root;
      int        least;

      g_settings_set_string (ui->settings, "shown-kind", stops[i].kind);
      look.window = present (ui);
      ui_resize (ui, size->width, 720);
      root = stops[i].go (ui, look.window);
      ui_settle ();
      gtk_widget_measure (look.window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > size->width)
        complain (&look, "asks for %d pixels of width", least);
      walk (root, look_at, &look);
      look_at_keyboard (&look, root);
      for (guint j = 0; j < complaints->len; j++)
        g_ptr_array_add (all, g_strdup_printf ("%s: %s", stops[i].name, (char *) complaints->pdata[j]));
      ui_close (ui);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);

  for (guint i = 0; i < all->len; i++)
    g_test_message ("%s", (char *) all->pdata[i]);
  if (all->len > 0)
    g_test_fail_printf ("%u things are wrong", all->len);
}

int
main (int   argc,
      char *argv[])
{
  static const Size sizes[] = { { 1280, 1 }, { 360, 1 }, { 360, 2 } };

  ui_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/%d/%d", sizes[i].width, (int) (100 * sizes[i].scale));

      ui_test_add_with_data (path, test_pages, &sizes[i]);
    }

  return g_test_run ();
}
