/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-row.h"

#include <glib/gi18n.h>

#include "dites-kind.h"
#include "dites-row-text.h"
#include "dites-state-pill.h"

/* Between the check button and the text, between things in a line, and between lines, in pixels. */
#define CHECK_SPACING 12
#define SPACING       6
#define LINE_SPACING  2

/**
 * DitesListRow:
 *
 * A document in a list: what it is called, what tells it from its like, its state,
 * and a mark if something is missing or wrong. It is used again for one document after
 * the other while a list scrolls, and asks nobody for anything.
 */
struct _DitesListRow
{
  GtkWidget parent_instance;

  GtkListItem *item; /* (not held): the place in the view, which holds this */
  DitesRow    *row;  /* (nullable) */

  /* A view makes two hundred rows before the first is seen: none has more than it needs. */
  DitesRowText *title;
  DitesRowText *subtitle;
  GtkWidget    *check; /* (nullable): rows are not being chosen yet */
  GtkWidget    *mark;  /* (nullable): nothing has been wrong yet */
  GtkWidget    *pill;  /* (nullable): there has been no state yet */
};

G_DEFINE_FINAL_TYPE (DitesListRow, dites_list_row, GTK_TYPE_WIDGET)

/* The worst problem that somebody should look at, and how many there are. */
static const DitesProblem *
find_problem (GPtrArray *problems,
              guint     *n)
{
  const DitesProblem *worst = NULL;

  *n = 0;
  for (guint i = 0; i < problems->len; i++)
    {
      const DitesProblem *problem = problems->pdata[i];

      if (problem->severity < DITES_SEVERITY_WARNING)
        continue;
      (*n)++;
      if (worst == NULL || problem->severity > worst->severity)
        worst = problem;
    }

  return worst;
}

static char *
describe_problem (const DitesProblem *problem,
                  guint               n)
{
  g_autofree char *more = NULL;

  if (n < 2)
    return g_strdup (problem->message);

  more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - 1), n - 1);
  /* Translators: what is wrong with a document, and “and 2 more”. */
  return g_strdup_printf (C_("problems", "%s (%s)"), problem->message, more);
}

static char *
show_problems (DitesListRow  *self,
               DitesDocument *document)
{
  const DitesKind *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;
  g_autoptr (GPtrArray) problems = kind != NULL ? dites_kind_check (kind, document) : NULL;
  guint               n = 0;
  const DitesProblem *worst = problems != NULL ? find_problem (problems, &n) : NULL;
  gboolean            error = worst != NULL && worst->severity == DITES_SEVERITY_ERROR;
  g_autofree char    *text = worst != NULL ? describe_problem (worst, n) : NULL;

  if (worst == NULL)
    {
      if (self->mark != NULL)
        gtk_widget_set_visible (self->mark, FALSE);
      return NULL;
    }

  if (self->mark == NULL)
    {
      self->mark = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_after (self->mark, GTK_WIDGET (self), GTK_WIDGET (self->title));
    }
  gtk_widget_set_visible (self->mark, TRUE);
  gtk_widget_set_tooltip_text (self->mark, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (self->mark, error ? "warning" : "error");
  gtk_widget_add_css_class (self->mark, error ? "error" : "warning");

  return g_steal_pointer (&text);
}

static void
show_state (DitesListRow  *self,
            DitesDocument *document)
{
  if (self->pill == NULL && document != NULL)
    {
      const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));

      if (kind == NULL || kind->state_field == NULL)
        return;
      self->pill = dites_state_pill_new ();
      gtk_widget_insert_before (self->pill, GTK_WIDGET (self), GTK_WIDGET (self->subtitle));
    }
  if (self->pill != NULL)
    dites_state_pill_set_document (DITES_STATE_PILL (self->pill), document);
}

static char *
dup_state (DitesDocument *document)
{
  const DitesKind  *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;
  const DitesField *field = kind != NULL && kind->state_field != NULL ? dites_kind_get_field (kind, kind->state_field) : NULL;

  return field != NULL ? dites_field_format (field, document, NULL, NULL) : NULL;
}

/* Where there is no pill, a subtitle says the state; here it would say it twice. */
static char *
dup_subtitle (DitesListRow *self,
              const char   *state)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) others = NULL;

  if (state == NULL || strstr (dites_row_get_subtitle (self->row), state) == NULL)
    return g_strdup (dites_row_get_subtitle (self->row));

  parts = g_strsplit (dites_row_get_subtitle (self->row), " · ", -1);
  for (char **part = parts; *part != NULL; part++)
    if (g_strcmp0 (*part, state) != 0)
      g_strv_builder_add (kept, *part);
  others = g_strv_builder_end (kept);

  return g_strjoinv (" · ", others);
}

/* A screen reader hears in one go what an eye sees. */
static void
tell (DitesListRow *self,
      const char   *subtitle,
      const char   *state,
      const char   *problem)
{
  g_autoptr (GString) text = g_string_new (dites_row_get_title (self->row));
  const char *parts[] = { subtitle, state, problem };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, ", %s", parts[i]);
  if (self->item != NULL)
    gtk_list_item_set_accessible_label (self->item, text->str);
}

static void
update (DitesListRow *self)
{
  DitesDocument   *document = self->row != NULL ? dites_row_get_document (self->row) : NULL;
  g_autofree char *state = dup_state (document);
  g_autofree char *subtitle = self->row != NULL ? dup_subtitle (self, state) : NULL;
  g_autofree char *problem = NULL;

  dites_row_text_set_text (self->title, self->row != NULL ? dites_row_get_title (self->row) : "");
  dites_row_text_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), document == NULL || *subtitle != '\0');
  show_state (self, document);
  problem = show_problems (self, document);
  if (self->row != NULL)
    tell (self, subtitle, state, problem);
}

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static int
get_size (GtkWidget     *child,
          GtkOrientation orientation,
          gboolean       natural)
{
  int minimum, size;

  gtk_widget_measure (child, orientation, -1, &minimum, &size, NULL, NULL);

  return natural ? size : minimum;
}

/* The mark and the pill are no higher than a line with its space, and the pill gives way: none
 * of them changes what a row asks for, which the view asks of each of its two hundred. */
static void
dites_list_row_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  DitesListRow *self = DITES_LIST_ROW (widget);
  int           size = get_size (GTK_WIDGET (self->title), orientation, FALSE);

  if (orientation == GTK_ORIENTATION_VERTICAL && is_shown (GTK_WIDGET (self->subtitle)))
    size += LINE_SPACING + get_size (GTK_WIDGET (self->subtitle), orientation, FALSE);
  if (is_shown (self->check))
    {
      int check = get_size (self->check, orientation, FALSE);

      size = orientation == GTK_ORIENTATION_VERTICAL ? MAX (size, check) : size + check + CHECK_SPACING;
    }

  *minimum = *natural = size;
}

/* Gives @child a place from @x on, as it is read. */
static void
place (DitesListRow *self,
       GtkWidget    *child,
       int           x,
       int           y,
       int           width,
       int           height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    allocation.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

/* As a box would have it: in the middle of a line, at its end. Returns where it begins. */
static int
place_at_end (DitesListRow *self,
              GtkWidget    *child,
              int           start,
              int           end,
              int           y,
              int           line_height)
{
  int width = get_size (child, GTK_ORIENTATION_HORIZONTAL, FALSE);
  int height = get_size (child, GTK_ORIENTATION_VERTICAL, FALSE);
  int natural = get_size (child, GTK_ORIENTATION_HORIZONTAL, TRUE);

  width = CLAMP (natural, width, MAX (width, end - start));
  place (self, child, end - width, y + (line_height - height) / 2, width, height);

  return end - width - SPACING;
}

static void
dites_list_row_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DitesListRow *self = DITES_LIST_ROW (widget);
  int           title_width = get_size (GTK_WIDGET (self->title), GTK_ORIENTATION_HORIZONTAL, FALSE);
  int           title_height = get_size (GTK_WIDGET (self->title), GTK_ORIENTATION_VERTICAL, FALSE);
  int           subtitle_height = 0;
  int           x = 0;
  int           end = width;
  int           y;

  if (is_shown (self->check))
    {
      int check_width = get_size (self->check, GTK_ORIENTATION_HORIZONTAL, FALSE);
      int check_height = get_size (self->check, GTK_ORIENTATION_VERTICAL, FALSE);

      place (self, self->check, 0, (height - check_height) / 2, check_width, check_height);
      x = check_width + CHECK_SPACING;
    }
  if (is_shown (GTK_WIDGET (self->subtitle)))
    subtitle_height = LINE_SPACING + get_size (GTK_WIDGET (self->subtitle), GTK_ORIENTATION_VERTICAL, FALSE);

  y = (height - title_height - subtitle_height) / 2;
  if (is_shown (self->pill))
    end = place_at_end (self, self->pill, x + title_width + SPACING, end, y, title_height);
  if (is_shown (self->mark))
    end = place_at_end (self, self->mark, x, end, y, title_height);
  place (self, GTK_WIDGET (self->title), x, y, MAX (end - x, title_width), title_height);
  if (subtitle_height > 0)
    place (self, GTK_WIDGET (self->subtitle), x, y + title_height + LINE_SPACING, width - x, subtitle_height - LINE_SPACING);
}

static void
dites_list_row_dispose (GObject *object)
{
  DitesListRow *self = DITES_LIST_ROW (object);

  dites_list_row_set_row (self, NULL);
  if (self->item != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->item), (gpointer *) &self->item);
  self->item = NULL;
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->pill, gtk_widget_unparent);
  if (self->title != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->title)));
  if (self->subtitle != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->subtitle)));

  G_OBJECT_CLASS (dites_list_row_parent_class)->dispose (object);
}

static void
dites_list_row_class_init (DitesListRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_list_row_dispose;

  widget_class->measure = dites_list_row_measure;
  widget_class->size_allocate = dites_list_row_size_allocate;
}

static void
dites_list_row_init (DitesListRow *self)
{
  self->title = DITES_ROW_TEXT (dites_row_text_new ());
  self->subtitle = DITES_ROW_TEXT (dites_row_text_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dimmed");
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->subtitle), GTK_WIDGET (self));
}

/**
 * dites_list_row_new:
 * @item: the place in the view that it stands in
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
dites_list_row_new (GtkListItem *item)
{
  DitesListRow *self = g_object_new (DITES_TYPE_LIST_ROW, NULL);

  self->item = item;
  g_object_add_weak_pointer (G_OBJECT (item), (gpointer *) &self->item);

  return GTK_WIDGET (self);
}

/**
 * dites_list_row_set_row:
 * @self: a row
 * @row: (nullable): what it shows
 *
 * Shows another document.
 */
void
dites_list_row_set_row (DitesListRow *self,
                        DitesRow     *row)
{
  if (self->row == row)
    return;

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  g_signal_connect_swapped (row, "notify::document", G_CALLBACK (update), self);
  update (self);
}

/**
 * dites_list_row_set_checks:
 * @self: a row
 * @checks: whether a check button says if it is selected
 *
 * Shows or hides the check button.
 */
void
dites_list_row_set_checks (DitesListRow *self,
                           gboolean      checks)
{
  if (checks && self->check == NULL)
    {
      self->check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-focus", FALSE,
                                  "can-target", FALSE,
                                  NULL);
      gtk_widget_insert_after (self->check, GTK_WIDGET (self), NULL);
      g_object_bind_property (self->item, "selected", self->check, "active", G_BINDING_SYNC_CREATE);
    }
  if (self->check != NULL)
    gtk_widget_set_visible (self->check, checks);
}

/**
 * dites_list_row_get_position:
 * @self: a row
 *
 * Returns: its place in the list, or %GTK_INVALID_LIST_POSITION
 */
guint
dites_list_row_get_position (DitesListRow *self)
{
  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}
