package dev.atoll.conformance.read.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openrewrite.hcl.internal.grammar.HCLParser.AttributeContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.BlockContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.BlockLabelContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.BodyContentContext;
import org.openrewrite.hcl.internal.grammar.HCLParser.BodyContext;

/**
 * What stands in a file or in a block.
 *
 * @param attributes its attributes, in order
 * @param blocks its blocks, in order
 */
record HclBody(List<HclAttribute> attributes, List<HclBlock> blocks) {

  HclBody {
    attributes = List.copyOf(attributes);
    blocks = List.copyOf(blocks);
  }

  /** The body that the parser saw. */
  static HclBody of(BodyContext context, String file) {
    List<HclAttribute> attributes = new ArrayList<>();
    List<HclBlock> blocks = new ArrayList<>();
    for (BodyContentContext content : context.bodyContent()) {
      if (content.attribute() != null) {
        attributes.add(attribute(content.attribute(), file));
      } else if (content.block() != null) {
        blocks.add(block(content.block(), file));
      }
    }
    return new HclBody(attributes, blocks);
  }

  private static HclAttribute attribute(AttributeContext context, String file) {
    return new HclAttribute(
        context.getStart().getText(),
        context.expression(),
        new Place(file, context.getStart().getLine()));
  }

  private static HclBlock block(BlockContext context, String file) {
    return new HclBlock(
        context.Identifier().getText(),
        context.blockLabel().stream().map(HclBody::label).toList(),
        of(context.blockExpr().body(), file),
        new Place(file, context.getStart().getLine()));
  }

  private static String label(BlockLabelContext label) {
    return label.stringLiteral() == null
        ? label.Identifier().getText()
        : label.stringLiteral().getText();
  }

  /** The attribute of that name. */
  Optional<HclAttribute> attribute(String name) {
    return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The blocks of that type. */
  List<HclBlock> blocks(String type) {
    return blocks.stream().filter(each -> each.type().equals(type)).toList();
  }
}
