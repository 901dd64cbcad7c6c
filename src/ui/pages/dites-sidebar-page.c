/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-sidebar-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-decoration.h"
#include "dites-due-row.h"
#include "dites-kind.h"
#include "dites-semester-row.h"
#include "dites-store-reads.h"

/* Rows that are no kind. */
#define SEMESTER "@semester"
#define TODAY    "@today"
#define TRASH    "@trash"

/**
 * DitesSidebarPage:
 *
 * The semester that is under way, what is due today if anything is, the kinds of documents
 * under the mission's axes with how many there are, and the trash.
 */
struct _DitesSidebarPage
{
  AdwNavigationPage parent_instance;

  DitesStore   *store;
  GCancellable *cancellable;

  gboolean          narrow; /* it is a page of its own: a kind is chosen, not looked at */
  char             *shown;  /* (nullable): the kind whose list is shown */
  GtkListBox       *kinds;
  GHashTable       *counts; /* name of a kind -> GtkLabel, not held */
  GtkLabel         *trash_count;
  DitesSemesterRow *semester;
  DitesDueRow      *today;
};

typedef enum
{
  PROP_STORE = 1,
  PROP_NARROW,
  PROP_UNDO_TEXT,
  PROP_REDO_TEXT,
} DitesSidebarPageProperty;

static GParamSpec *properties[PROP_REDO_TEXT + 1];

G_DEFINE_FINAL_TYPE (DitesSidebarPage, dites_sidebar_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_axis_label (DitesAxis axis)
{
  switch (axis)
    {
    case DITES_AXIS_INTERNS:
      return _("Interns");

    case DITES_AXIS_HOMES:
      return _("Housing");

    case DITES_AXIS_NETWORK:
      return _("Network");

    default:
      g_assert_not_reached ();
    }
}

static const DitesKind *
get_row_kind (GtkListBoxRow *row)
{
  return dites_kind_get (gtk_widget_get_name (GTK_WIDGET (row)));
}

static gboolean
is_row (GtkListBoxRow *row,
        const char    *name)
{
  return strcmp (gtk_widget_get_name (GTK_WIDGET (row)), name) == 0;
}

static void
header_func (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       user_data)
{
  const DitesKind *kind = get_row_kind (row);
  const DitesKind *kind_before = before != NULL ? get_row_kind (before) : NULL;
  GtkWidget       *label;

  if (is_row (row, TRASH))
    {
      GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_margin_top (line, 12);
      gtk_widget_set_margin_bottom (line, 6);
      gtk_list_box_row_set_header (row, line);
      return;
    }
  if (kind == NULL || (kind_before != NULL && kind_before->axis == kind->axis))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (get_axis_label (kind->axis));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, before != NULL ? 18 : 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_header (row, label);
}

/* What a row shows: an icon, a label and a count, which is returned. */
static GtkWidget *
make_content (const char *icon_name,
              const char *text,
              GtkWidget **count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);

  *count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (*count, "dimmed");
  gtk_widget_add_css_class (*count, "numeric");
  gtk_box_append (GTK_BOX (box), dites_decoration_new (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *count);

  return box;
}

static void
append_row (DitesSidebarPage *self,
            GtkWidget        *row,
            const char       *name,
            const char       *text)
{
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->kinds, row);
}

/* Returns the label for the count. */
static GtkWidget *
add_row (DitesSidebarPage *self,
         const char       *name,
         const char       *icon_name,
         const char       *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *count;

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_content (icon_name, text, &count));
  append_row (self, row, name, text);

  return count;
}

static void
add_today_row (DitesSidebarPage *self)
{
  GtkWidget *count;
  GtkWidget *content = make_content ("alarm-symbolic", _("Today"), &count);
  GtkWidget *row = dites_due_row_new (self->store, content, GTK_LABEL (count));

  self->today = DITES_DUE_ROW (row);
  append_row (self, row, TODAY, _("Today"));
}

static void
add_semester_row (DitesSidebarPage *self)
{
  GtkWidget *row = dites_semester_row_new (self->store);

  self->semester = DITES_SEMESTER_ROW (row);
  append_row (self, row, SEMESTER, _("Who Is Where This Semester"));
}

/* A screen reader says the count after the name of the row. */
static void
show_count (gpointer    label,
            const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);

  gtk_label_set_label (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
counted_trash_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DitesSidebarPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = dites_store_count_finish (DITES_STORE (object), result, &error);
  GHashTableIter   iter;
  gpointer         n;
  guint            total = 0;
  g_autofree char *text = NULL;

  if (counts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Cannot count: %s", error->message);
      return;
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    total += GPOINTER_TO_UINT (n);
  text = total > 0 ? g_strdup_printf ("%'u", total) : g_strdup ("");
  show_count (self->trash_count, text);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesSidebarPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = dites_store_count_finish (DITES_STORE (object), result, &error);
  GHashTableIter iter;
  gpointer       kind, label;

  if (counts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Cannot count: %s", error->message);
      return;
    }

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &kind, &label))
    {
      g_autofree char *text = g_strdup_printf ("%'u", GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind)));

      show_count (label, text);
    }
}

static void
count (DitesSidebarPage *self)
{
  dites_store_count_async (self->store, FALSE, self->cancellable, counted_cb, g_object_ref (self));
  dites_store_count_async (self->store, TRUE, self->cancellable, counted_trash_cb, g_object_ref (self));
  dites_semester_row_refresh (self->semester);
}

static void
history_changed_cb (DitesSidebarPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_TEXT]);
}

static void
row_activated_cb (DitesSidebarPage *self,
                  GtkListBoxRow    *row)
{
  if (is_row (row, SEMESTER))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-references", "(sss)", "placement",
                                dites_semester_row_get_id (self->semester), dites_semester_row_get_label (self->semester));
  else if (is_row (row, TODAY))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-due", NULL);
  else if (is_row (row, TRASH))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-trash", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-kind", "s", get_row_kind (row)->name);
}

/* Beside the list it is shown what is marked, also while the arrow keys go along. */
static void
row_selected_cb (DitesSidebarPage *self,
                 GtkListBoxRow    *row)
{
  if (row != NULL && !self->narrow && self->shown != NULL && !is_row (row, self->shown))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-kind", "s", get_row_kind (row)->name);
}

static void
mark_shown (DitesSidebarPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; self->shown != NULL && (row = gtk_list_box_get_row_at_index (self->kinds, i)) != NULL; i++)
    if (is_row (row, self->shown))
      gtk_list_box_select_row (self->kinds, row);
}

static char *
describe (const char *command,
          const char *what)
{
  /* Translators: a command and what it is about: “Undo: Import of 41 interns”. */
  return what != NULL ? g_strdup_printf (C_("command", "%s: %s"), command, what) : g_strdup (command);
}

static void
dites_sidebar_page_constructed (GObject *object)
{
  DitesSidebarPage       *self = DITES_SIDEBAR_PAGE (object);
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);

  G_OBJECT_CLASS (dites_sidebar_page_parent_class)->constructed (object);

  add_semester_row (self);
  add_today_row (self);
  for (DitesAxis axis = DITES_AXIS_INTERNS; axis <= DITES_AXIS_NETWORK; axis++)
    for (guint i = 0; i < n_kinds; i++)
      if (kinds[i]->axis == axis && !kinds[i]->single)
        g_hash_table_insert (self->counts, (char *) kinds[i]->name,
                             add_row (self, kinds[i]->name, kinds[i]->icon_name, dites_kind_get_plural (kinds[i])));
  self->trash_count = GTK_LABEL (add_row (self, TRASH, "user-trash-symbolic", _("Trash")));
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (gtk_widget_get_last_child (GTK_WIDGET (self->kinds))), FALSE);
  gtk_list_box_set_header_func (self->kinds, header_func, NULL, NULL);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "history-changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  count (self);
  /* The template was bound before there was a store. */
  history_changed_cb (self);
}

static void
dites_sidebar_page_dispose (GObject *object)
{
  DitesSidebarPage *self = DITES_SIDEBAR_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dites_sidebar_page_parent_class)->dispose (object);
}

static void
dites_sidebar_page_finalize (GObject *object)
{
  DitesSidebarPage *self = DITES_SIDEBAR_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_free (self->shown);

  G_OBJECT_CLASS (dites_sidebar_page_parent_class)->finalize (object);
}

static void
dites_sidebar_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DitesSidebarPage *self = DITES_SIDEBAR_PAGE (object);

  switch ((DitesSidebarPageProperty) prop_id)
    {
    case PROP_UNDO_TEXT:
      g_value_take_string (value, describe (_("Undo"), self->store != NULL ? dites_store_get_undo_name (self->store) : NULL));
      break;

    case PROP_REDO_TEXT:
      g_value_take_string (value, describe (_("Redo"), self->store != NULL ? dites_store_get_redo_name (self->store) : NULL));
      break;

    case PROP_STORE:
    case PROP_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_sidebar_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  DitesSidebarPage *self = DITES_SIDEBAR_PAGE (object);

  switch ((DitesSidebarPageProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      if (!self->narrow)
        mark_shown (self);
      break;

    case PROP_UNDO_TEXT:
    case PROP_REDO_TEXT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_sidebar_page_class_init (DitesSidebarPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dites_sidebar_page_constructed;
  object_class->dispose = dites_sidebar_page_dispose;
  object_class->finalize = dites_sidebar_page_finalize;
  object_class->get_property = dites_sidebar_page_get_property;
  object_class->set_property = dites_sidebar_page_set_property;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_TEXT] =
    g_param_spec_string ("undo-text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_TEXT] =
    g_param_spec_string ("redo-text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/pages/dites-sidebar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesSidebarPage, kinds);
}

static void
dites_sidebar_page_init (DitesSidebarPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->kinds, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kinds, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dites_sidebar_page_new:
 * @store: the store whose documents are counted
 *
 * Returns: (transfer floating): the page
 */
DitesSidebarPage *
dites_sidebar_page_new (DitesStore *store)
{
  return g_object_new (DITES_TYPE_SIDEBAR_PAGE, "store", store, NULL);
}

/**
 * dites_sidebar_page_set_shown:
 * @self: a page
 * @kind: the name of the kind whose list is shown
 *
 * Marks a kind as the one that is shown.
 */
void
dites_sidebar_page_set_shown (DitesSidebarPage *self,
                              const char       *kind)
{
  g_set_str (&self->shown, kind);
  mark_shown (self);
}

/**
 * dites_sidebar_page_refresh:
 * @self: a page
 *
 * Looks at the calendar again: another day may have begun.
 */
void
dites_sidebar_page_refresh (DitesSidebarPage *self)
{
  if (dites_due_row_refresh (self->today))
    dites_semester_row_refresh (self->semester);
}
