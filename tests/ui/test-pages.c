/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include "dites-field-row.h"
#include "test-stops.h"

/* Every page and dialog in French, whose words are long, wide and as narrow as a telephone, at
 * the usual size of text and at twice that: nothing is cut or beyond the edge, what is shortened
 * can be read whole, nothing scrolls sideways, each has one heading, what is read is read in the
 * order in which it stands, and Tab leads to everything that can be used, through a field in that
 * order, and shows it. The same for who reads from right to left. */

/* Where a text may be shorter than it should: it is whole elsewhere on the same page. */
#define SLACK 1

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

  /* A toast is announced too, and has one line only. */
  if (*text == '\0' || gtk_widget_get_opacity (widget) == 0 || gtk_widget_get_ancestor (widget, g_type_from_name ("AdwToastWidget")) != NULL)
    return;

  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    {
      if (!has_tooltip (widget))
        complain (look, "“%s” is shortened, and nowhere whole", text);
      return;
    }
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE && !gtk_label_get_wrap (label))
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

/* Whose fault that is: the innermost that asks for as much as the rest allows. */
static GtkWidget *
find_widest (GtkWidget *widget)
{
  GtkWidget *widest = NULL;
  int        most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > most)
        {
          most = least;
          widest = child;
        }
    }

  return widest != NULL ? find_widest (widest) : widget;
}

/* What has breakpoints asks for less than its content, which then is cut at the edge. */
static void
look_at_content (Look      *look,
                 GtkWidget *widget,
                 GtkWidget *content)
{
  int least = 0;

  if (content != NULL)
    gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > gtk_widget_get_width (widget))
    {
      GtkWidget *widest = find_widest (content);

      complain (look, "what a %s shows asks for %d pixels of width, and has %d, for a %s “%s”", G_OBJECT_TYPE_NAME (widget), least,
                gtk_widget_get_width (widget), G_OBJECT_TYPE_NAME (widest), GTK_IS_LABEL (widest) ? gtk_label_get_text (GTK_LABEL (widest)) : "");
    }
}

/* A page within a page has its own. */
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

  return (ADW_IS_NAVIGATION_PAGE (widget) && g_strcmp0 (adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (widget)), "nothing") == 0) ||
         ((ADW_IS_NAVIGATION_PAGE (widget) || ADW_IS_DIALOG (widget)) && g_str_has_prefix (type, "Dites"));
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

/* Whether what is before another in reading order stands behind it. */
static gboolean
is_behind (GtkWidget *first,
           GtkWidget *second,
           GtkWidget *around)
{
  graphene_rect_t one, other;
  double          level;

  if (!gtk_widget_compute_bounds (first, around, &one) || !gtk_widget_compute_bounds (second, around, &other) ||
      one.size.width <= 0 || one.size.height <= 0 || other.size.width <= 0 || other.size.height <= 0)
    return FALSE;
  /* What is beside it may be higher. */
  if (other.origin.y + other.size.height <= one.origin.y + SLACK)
    return MIN (one.origin.x + one.size.width, other.origin.x + other.size.width) > MAX (one.origin.x, other.origin.x);

  level = MIN (one.origin.y + one.size.height, other.origin.y + other.size.height) - MAX (one.origin.y, other.origin.y);
  if (level <= MIN (one.size.height, other.size.height) / 2)
    return FALSE;

  return gtk_widget_get_direction (around) == GTK_TEXT_DIR_RTL ? one.origin.x + one.size.width <= other.origin.x + SLACK
                                                               : other.origin.x + other.size.width <= one.origin.x + SLACK;
}

/* GTK 4.18 has the headings of a list after its rows, and libadwaita 1.7 the bars after what is between them. */
static gboolean
is_placed (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return gtk_widget_get_mapped (widget) && gtk_widget_get_opacity (widget) > 0 &&
         (!(GTK_IS_LIST_BASE (parent) || GTK_IS_LIST_BOX (parent)) || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
look_at_order (Look      *look,
               GtkWidget *parent)
{
  GtkWidget *before = NULL;

  /* A row of documents is read as one. */
  if (ADW_IS_TOOLBAR_VIEW (parent) || DITES_IS_LIST_ROW (parent))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!is_placed (child))
        continue;
      if (before != NULL && is_behind (before, child, parent))
        complain (look, "in a %s a %s is read before a %s, which stands before it", G_OBJECT_TYPE_NAME (parent), G_OBJECT_TYPE_NAME (before),
                  G_OBJECT_TYPE_NAME (child));
      before = child;
    }
}

static void
look_at (gpointer data,
         gpointer user_data)
{
  GtkWidget      *widget = data;
  Look           *look = user_data;
  graphene_rect_t bounds;

  look_at_order (look, widget);
  if (GTK_IS_LABEL (widget))
    look_at_label (look, GTK_LABEL (widget));
  if (GTK_IS_SCROLLED_WINDOW (widget))
    look_at_scrolled (look, GTK_SCROLLED_WINDOW (widget));
  if (ADW_IS_APPLICATION_WINDOW (widget))
    look_at_content (look, widget, adw_application_window_get_content (ADW_APPLICATION_WINDOW (widget)));
  if (ADW_IS_BREAKPOINT_BIN (widget))
    look_at_content (look, widget, adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (widget)));
  if (ADW_IS_DIALOG (widget))
    look_at_content (look, widget, adw_dialog_get_child (ADW_DIALOG (widget)));
  if (is_page (widget))
    look_at_page (look, widget);
  if (is_seen_or_used (widget) && gtk_widget_get_native (widget) == GTK_NATIVE (look->window) &&
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

/* What a drop-down shows is in its button. */
static gboolean
is_used (GtkWidget *widget)
{
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL && !GTK_IS_BUTTON (widget))
    return FALSE;

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
      /* The arrow keys lead to a row of a form, and not to what is in it. */
      for (GtkWidget *group = gtk_widget_get_parent (widget); group != NULL && !DITES_IS_FIELD_ROW (group); group = gtk_widget_get_parent (group))
        if (is_group (group) && gtk_widget_is_ancestor (other, group))
          return TRUE;
    }

  return FALSE;
}

/* Around what a widget is cut off, if it cannot be seen. What is higher than its place is seen in part. */
static GtkWidget *
find_cut (GtkWidget *widget)
{
  double place = G_MAXINT;

  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    {
      const graphene_rect_t inside = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (around), gtk_widget_get_height (around));
      graphene_rect_t       bounds, seen;

      if (gtk_widget_get_overflow (around) != GTK_OVERFLOW_HIDDEN || !gtk_widget_compute_bounds (widget, around, &bounds))
        continue;
      place = MIN (place, inside.size.height);
      if (!graphene_rect_intersection (&bounds, &inside, &seen) ||
          seen.size.height < (bounds.size.height > place ? place / 2 : bounds.size.height) - SLACK)
        return around;
    }

  return NULL;
}

static GtkWidget *
get_field_row (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, DITES_TYPE_FIELD_ROW);
}

/* What has the keyboard is scrolled to where it can be seen, a few frames later. */
static void
look_at_focus (Look      *look,
               GtkWidget *focus)
{
  GtkWidget *cut = find_cut (focus);

  for (guint i = 0; cut != NULL && i < 10; i++)
    {
      gtk_test_widget_wait_for_draw (look->window);
      cut = find_cut (focus);
    }
  if (cut != NULL)
    complain (look, "a %s, %d pixels high, has the keyboard and cannot be seen in a %s of %d", G_OBJECT_TYPE_NAME (focus),
              gtk_widget_get_height (focus), G_OBJECT_TYPE_NAME (cut), gtk_widget_get_height (cut));
}

static void
look_at_keyboard (Look      *look,
                  GtkWidget *root)
{
  GtkWindow *window = GTK_WINDOW (look->window);
  GtkWidget *before = NULL;
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
      look_at_focus (look, focus);
      if (before != NULL && get_field_row (focus) != NULL && get_field_row (focus) == get_field_row (before) && is_behind (before, focus, get_field_row (focus)))
        complain (look, "in “%s” Tab leads to a %s after a %s, which stands behind it",
                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_field_row (focus))), G_OBJECT_TYPE_NAME (focus), G_OBJECT_TYPE_NAME (before));
      before = focus;
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
  int      width;
  double   scale;
  gboolean from_right; /* as well */
} Size;

/* GTK 4.18 has Tab lead from left to right also for who reads from right to left. */
static void
look_from_right (Look      *look,
                 GtkWidget *root)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (look->window);
  gtk_test_widget_wait_for_draw (look->window);
  walk (root, look_at, look);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_test_widget_wait_for_draw (look->window);
}

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
      Look       look = { NULL, complaints };
      GtkWidget *root;

      if (stops[i].once && size->scale == 1)
        continue;

      g_settings_set_string (ui->settings, "shown-kind", stops[i].kind);
      look.window = present (ui);
      ui_resize (ui, size->width, 720);
      root = stops[i].go (ui, look.window);
      ui_settle ();
      walk (root, look_at, &look);
      if (size->from_right)
        look_from_right (&look, root);
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

/* Where the machine has no French the program speaks English. */
static void
speak_french (void)
{
  g_setenv ("LC_ALL", "fr_FR.UTF-8", TRUE);
  if (setlocale (LC_ALL, "") == NULL)
    g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DITES_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int   argc,
      char *argv[])
{
  static const Size sizes[] = { { 1280, 1, TRUE }, { 360, 1, FALSE }, { 360, 2, FALSE } };

  speak_french ();
  ui_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/%d/%d", sizes[i].width, (int) (100 * sizes[i].scale));

      ui_test_add_with_data (path, test_pages, &sizes[i]);
    }

  return g_test_run ();
}
